package org.postern.scan;

import java.time.Duration;

/** How a scanner has fared of late, for the console. */
public sealed interface ScannerState {
    /**
     * It is asked.
     *
     * @param failures in a row, 0 to 4
     * @param reason of the last of them; empty where there is none
     */
    record InUse(int failures, String reason) implements ScannerState {}

    /**
     * It has failed too often, and is not asked.
     *
     * @param left how long yet; zero: the next message will try it
     * @param reason of the last failure
     */
    record LeftOut(Duration left, String reason) implements ScannerState {}

    /**
     * It was left out, and one message tries it now; the others are not asked about.
     *
     * @param reason of the last failure
     */
    record OnTrial(String reason) implements ScannerState {}
}
