package org.postern.scan;

/** Is told when a scanner is left out, and when it is back. Called by threads that wait for scanners: returns at once. */
public interface ScannerWatch {
    /** It has failed several times in a row. */
    void leftOut(String scanner, String reason);

    /** It has answered after it was left out. */
    void back(String scanner);
}
