package org.postern.net.scan;

import org.postern.config.rule.ScannerRule;
import org.postern.scan.Scanner;

/** Makes scanners of what an operator has named. */
public final class ScannerFactory {
    private ScannerFactory() {}

    /** {@return the scanner of this rule, not guarded yet} */
    static Scanner scanner(ScannerRule rule) {
        return switch (rule.kind()) {
            case CLAMD -> new Clamd(rule);
            case SPAMD, RSPAMD, MILTER -> throw new IllegalArgumentException("not yet");
        };
    }
}
