package org.postern.net.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.config.rule.ScannerRule;
import org.postern.scan.Finding;
import org.postern.scan.ScanResult;
import org.postern.scan.ScannedMail;
import org.postern.scan.Wish;
import org.postern.sentence.Sentence;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * SpamAssassin's daemon, asked by SYMBOLS of SPAMC/1.5: it tells the score of the whole and the names of what it has found. Keeps
 * {@value #BLOCK} octets of a message in memory.
 */
final class Spamd extends SocketScanner {
    private static final Sentence TOO_EARLY = Sentence.form("itAnsweredTooEarly",
            "it answered before it had the whole message").with();
    private static final int BLOCK = 32_768;
    private static final String SCORE = "SCORE";

    Spamd(ScannerRule rule) {
        super(rule);
    }

    @Override
    ScanResult ask(ScannerSocket socket, ScannedMail mail) throws ScannerFault, IOException, InterruptedException {
        byte[] command = command(mail.content().size()).getBytes(UTF_8);
        socket.send(command, 0, command.length);
        boolean whole = stream(mail, socket);
        SpamdAnswer answer = SpamdAnswer.read(socket);
        if (answer.code() != 0) {
            return new ScanResult.Unwilling("it says " + answer.code() + " " + answer.text());
        }
        if (!whole) {
            throw new ScannerFault(TOO_EARLY);
        }
        return result(answer);
    }

    private String command(long size) {
        String user = rule().options().user().map(name -> "User: " + name + "\r\n").orElse("");
        return "SYMBOLS SPAMC/1.5\r\nContent-length: " + size + "\r\n" + user + "\r\n";
    }

    private static boolean stream(ScannedMail mail, ScannerSocket socket)
            throws ScannerFault, IOException, InterruptedException {
        byte[] block = new byte[BLOCK];
        try (InputStream octets = mail.content().open()) {
            int length = octets.read(block);
            while (length >= 0) {
                if (!socket.sendUnlessAnswered(block, 0, length)) {
                    return false;
                }
                length = octets.read(block);
            }
        }
        socket.endOutput();
        return true;
    }

    private ScanResult result(SpamdAnswer answer) {
        List<Finding> findings = new ArrayList<>();
        if (answer.spam() || answer.score() != 0 || !answer.symbols().isEmpty()) {
            findings.add(new Finding(SCORE, answer.score() * rule().options().factor(),
                    answer.score() + " of " + answer.threshold() + " points"));
        }
        answer.symbols().forEach(symbol -> findings.add(Finding.noted(symbol, "")));
        return ScanResult.of(findings, answer.spam() ? List.of(new Wish.Mark()) : List.of());
    }
}
