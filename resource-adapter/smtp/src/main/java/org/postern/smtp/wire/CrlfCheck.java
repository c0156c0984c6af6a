package org.postern.smtp.wire;

import org.postern.mail.Content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Tells whether content can travel by SMTP: lines end in CRLF, and CR, LF and NUL stand nowhere else. */
public final class CrlfCheck {
    private boolean lineStart = true;
    private boolean afterCr;
    private Optional<Violation> violation = Optional.empty();

    /**
     * {@return the first violation in this content}
     *
     * @throws IOException when it cannot be read
     */
    public static Optional<Violation> of(Content content) throws IOException {
        CrlfCheck check = new CrlfCheck();
        byte[] buffer = new byte[8192];
        try (InputStream in = content.open()) {
            for (int read = in.read(buffer); read >= 0 && check.violation.isEmpty(); read = in.read(buffer)) {
                check.check(buffer, read);
            }
        }
        check.end();
        return check.violation;
    }

    private void check(byte[] octets, int length) {
        int at = 0;
        while (at < length && violation.isEmpty()) {
            at = checkLine(octets, at, length);
        }
    }

    /** Checks up to and with the next CR, LF or NUL, and returns the index behind it. */
    int checkLine(byte[] octets, int from, int end) {
        if (afterCr) {
            takeLf(octets[from]);
            return from + 1;
        }
        int special = LineEnds.next(octets, from, end);
        lineStart &= special == end && special == from;
        if (special == end) {
            return end;
        }
        switch (octets[special]) {
            case '\r' -> afterCr = true;
            case '\n' -> refuse(Violation.BARE_LF);
            default -> refuse(Violation.NUL);
        }
        return special + 1;
    }

    private void takeLf(byte octet) {
        if (octet != '\n') {
            refuse(Violation.BARE_CR);
        }
        afterCr = false;
        lineStart = true;
    }

    /** A CR as the last octet is a bare one. */
    void end() {
        if (afterCr) {
            refuse(Violation.BARE_CR);
        }
    }

    private void refuse(Violation met) {
        if (violation.isEmpty()) {
            violation = Optional.of(met);
        }
    }

    boolean isAtLineStart() {
        return lineStart;
    }

    Optional<Violation> violation() {
        return violation;
    }
}
