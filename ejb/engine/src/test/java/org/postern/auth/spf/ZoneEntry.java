package org.postern.auth.spf;

import java.util.List;

/**
 * One record of a zone.
 *
 * @param type such as {@code TXT}; {@code TIMEOUT} where questions for what else there is are not answered
 * @param values the strings of a text, or the words of the record
 */
public record ZoneEntry(String type, List<String> values) {
    public static final String TIMEOUT = "TIMEOUT";

    public ZoneEntry {
        values = List.copyOf(values);
    }
}
