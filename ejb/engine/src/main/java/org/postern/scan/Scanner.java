package org.postern.scan;

import java.io.IOException;

/**
 * Another program that looks at messages. Never changes one. Safe for many threads; keeps no more of a message in memory than a part of
 * fixed size, and of what the other side says no more than it allows.
 */
public interface Scanner {
    /** {@return its name in settings, log, console and findings} */
    String name();

    /**
     * {@return what it says} Blocks until then, or until its time limit for the whole is over. Whatever the other side does or fails to do is
     * a result, never an exception.
     *
     * @throws IOException when the content cannot be read, which is no fault of the scanner
     * @throws InterruptedException when interrupted while waiting
     */
    ScanResult scan(ScannedMail mail) throws IOException, InterruptedException;
}
