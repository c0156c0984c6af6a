package org.postern.net.scan;

import org.postern.config.rule.ScannerRule;
import org.postern.scan.ScanResult;
import org.postern.scan.ScannedMail;
import org.postern.scan.Scanner;

import java.io.IOException;

/** A scanner that is asked by a connection of its own for each message. */
abstract class SocketScanner implements Scanner {
    private final ScannerRule rule;

    SocketScanner(ScannerRule rule) {
        this.rule = rule;
    }

    @Override
    public final String name() {
        return rule.name();
    }

    final ScannerRule rule() {
        return rule;
    }

    @Override
    public final ScanResult scan(ScannedMail mail) throws IOException, InterruptedException {
        try (ScannerSocket socket = ScannerSocket.connect(rule.address(), Deadline.in(rule.limits().time()))) {
            return ask(socket, mail);
        } catch (ScannerFault fault) {
            return new ScanResult.Unavailable(fault.sentence());
        }
    }

    /**
     * {@return what it says}
     *
     * @throws ScannerFault when it says nothing that makes sense
     * @throws IOException when the content cannot be read
     */
    abstract ScanResult ask(ScannerSocket socket, ScannedMail mail)
            throws ScannerFault, IOException, InterruptedException;
}
