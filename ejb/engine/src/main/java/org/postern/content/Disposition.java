package org.postern.content;

import java.util.Locale;

/** Content-Disposition (RFC 2183). */
public enum Disposition {
    /** None is named. */
    NONE, INLINE,
    /** To be saved; unknown ones are treated so (RFC 2183, 2.8). */
    ATTACHMENT;

    static Disposition named(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "" -> NONE;
            case "inline" -> INLINE;
            default -> ATTACHMENT;
        };
    }
}
