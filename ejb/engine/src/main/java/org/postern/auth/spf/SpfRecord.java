package org.postern.auth.spf;

import java.util.List;
import java.util.Optional;

/**
 * What a domain says, as it is read (RFC 7208, 4.6.1).
 *
 * @param directives in their order
 * @param redirect the domain that is asked where none of them matches (6.1)
 * @param explanation where the words about a failure stand (6.2)
 */
record SpfRecord(List<Directive> directives, Optional<MacroString> redirect, Optional<MacroString> explanation) {
    private static final String VERSION = "v=spf1";

    SpfRecord {
        directives = List.copyOf(directives);
    }

    /** {@return whether a text is a record of this version: case does not matter, and a space or nothing follows (4.5)} */
    static boolean isMarked(String text) {
        return text.regionMatches(true, 0, VERSION, 0, VERSION.length())
                && (text.length() == VERSION.length() || text.charAt(VERSION.length()) == ' ');
    }

    /** {@return the terms of a record, which its version stands before} */
    static String terms(String text) {
        return text.substring(VERSION.length());
    }
}
