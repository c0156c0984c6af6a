package org.postern.auth.dkim.canonical;

/**
 * A body on its way to its canonical form (RFC 6376, 3.4.3 and 3.4.4). A line ends with CRLF alone: a bare CR or LF is an octet like others.
 * Empty lines are counted and written only when something follows them.
 */
final class CanonicalBody {
    private static final int BUFFER = 8 * 1024;

    private final boolean relaxed;
    private final BodyDigest digest;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private long lineEnds;
    private boolean cr;
    private boolean space;

    CanonicalBody(Canonicalization canonicalization, BodyDigest digest) {
        this.relaxed = canonicalization == Canonicalization.RELAXED;
        this.digest = digest;
    }

    void update(byte[] octets, int offset, int count) {
        int end = offset + count;
        int at = offset;
        while (at < end) {
            int run = at;
            while (run < end && (isPlain(octets[run]) || (run > at && isPlainSpace(octets, run, end)))) {
                run++;
            }
            if (run > at) {
                writeHeldBack();
                write(octets, at, run - at);
            }
            if (run < end) {
                take(octets[run]);
            }
            at = run + 1;
        }
    }

    /** {@return whether the octet is one that is never changed, whatever stands beside it} */
    private boolean isPlain(byte octet) {
        return octet > ' ' || octet < 0 || (octet != '\r' && octet != '\n' && !(relaxed && isWhite(octet)));
    }

    /** {@return whether this is one space before a letter; what stands before it in a run is no white space} */
    private static boolean isPlainSpace(byte[] octets, int at, int end) {
        return octets[at] == ' ' && at + 1 < end && octets[at + 1] > ' ';
    }

    private static boolean isWhite(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    private void take(byte octet) {
        if (octet == '\r') {
            if (cr) {
                writeHeldBack();
            }
            cr = true;
        } else if (octet == '\n' && cr) {
            cr = false;
            space = false;
            lineEnds++;
        } else if (octet == '\n') {
            writeHeldBack();
            write(octet);
        } else {
            if (cr) {
                writeHeldBack();
            }
            space = true;
        }
    }

    /** Something follows: writes the line ends, the white space and the bare CR that stand before it. */
    private void writeHeldBack() {
        while (lineEnds > 0) {
            write((byte) '\r');
            write((byte) '\n');
            lineEnds--;
        }
        if (space) {
            write((byte) ' ');
            space = false;
        }
        if (cr) {
            write((byte) '\r');
            cr = false;
        }
    }

    private void write(byte octet) {
        if (filled == BUFFER) {
            flush();
        }
        buffer[filled++] = octet;
    }

    private void write(byte[] octets, int offset, int count) {
        if (count > BUFFER - filled) {
            flush();
        }
        if (count > BUFFER) {
            digest.update(octets, offset, count);
        } else {
            System.arraycopy(octets, offset, buffer, filled, count);
            filled += count;
        }
    }

    private void flush() {
        digest.update(buffer, 0, filled);
        filled = 0;
    }

    /** Nothing more comes. */
    void end() {
        if (cr) {
            writeHeldBack();
        }
        if (!relaxed || digest.length() + filled > 0) {
            write((byte) '\r');
            write((byte) '\n');
        }
        flush();
    }
}
