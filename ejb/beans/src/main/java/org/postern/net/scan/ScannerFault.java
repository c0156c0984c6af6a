package org.postern.net.scan;

import java.io.IOException;
import java.util.Optional;

/** A scanner that is not there, not in time, or makes no sense. Its message says what happened, for log and console. */
final class ScannerFault extends Exception {
    private static final long serialVersionUID = 1L;

    ScannerFault(String message) {
        super(message);
    }

    ScannerFault(String what, IOException cause) {
        super(what + ": " + Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName()), cause);
    }
}
