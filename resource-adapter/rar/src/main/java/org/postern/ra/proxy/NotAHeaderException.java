package org.postern.ra.proxy;

import java.io.IOException;

/** What came is no PROXY header. */
public final class NotAHeaderException extends IOException {
    private static final long serialVersionUID = 1L;

    NotAHeaderException(String what) {
        super("no PROXY header: " + what);
    }
}
