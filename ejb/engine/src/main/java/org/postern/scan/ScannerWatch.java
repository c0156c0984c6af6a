package org.postern.scan;

import java.time.Duration;

/** Is told when a scanner is left out, when it is back, and what it took to answer. Called by threads that wait for scanners: returns at once. */
public interface ScannerWatch {
    /** It has failed several times in a row. */
    void leftOut(String scanner, String reason);

    /** It has answered after it was left out. */
    void back(String scanner);

    /** It has given an answer, whatever it said. */
    default void answered(String scanner, Duration took) {}
}
