package org.postern.admin.access;

import java.util.List;

/**
 * What is kept of an act.
 *
 * @param line for people
 * @param edits what it has changed, in this order, by which it can be taken back; empty where it cannot
 * @param takesBack the key of the line of the act that it takes back; 0 for none
 */
public record Told(AuditLine line, List<Edit> edits, long takesBack) {
    public Told {
        edits = List.copyOf(edits);
    }

    /** {@return what is for people alone} */
    public static Told only(AuditLine line) {
        return new Told(line, List.of(), 0);
    }
}
