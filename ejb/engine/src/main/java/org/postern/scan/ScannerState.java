package org.postern.scan;

import org.postern.sentence.Sentence;

import java.time.Duration;

/** How a scanner has fared of late, for the console. */
public sealed interface ScannerState {
    /**
     * It is asked.
     *
     * @param failures in a row, 0 to 4
     * @param reason of the last of them; says nothing where there is none
     */
    record InUse(int failures, Sentence reason) implements ScannerState {}

    /**
     * It has failed too often, and is not asked.
     *
     * @param left how long yet; zero: the next message will try it
     * @param reason of the last failure
     */
    record LeftOut(Duration left, Sentence reason) implements ScannerState {}

    /**
     * It was left out, and one message tries it now; the others are not asked about.
     *
     * @param reason of the last failure
     */
    record OnTrial(Sentence reason) implements ScannerState {}
}
