package org.postern.admin.access;

import java.time.Instant;

/**
 * That somebody did something: neither secrets nor content of mail. Longer texts are cut.
 *
 * @param key larger for what was written later; 0 before it is written
 * @param at when
 * @param person who, at most 64 characters
 * @param role in which role
 * @param act what, in at most {@value #ACT} characters
 * @param thing on what, in at most {@value #THING}
 * @param before what it was, in at most {@value #TEXT}; empty if it was nothing
 * @param after what it is now, in at most {@value #TEXT}; empty if it is nothing
 */
public record AuditLine(long key, Instant at, String person, Role role, String act, String thing, String before,
        String after) {
    private static final int ACT = 100;
    private static final int THING = 300;
    private static final int TEXT = 1000;

    public AuditLine {
        act = cut(act, ACT);
        thing = cut(thing, THING);
        before = cut(before, TEXT);
        after = cut(after, TEXT);
    }

    private static String cut(String text, int most) {
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= most ? printable : printable.substring(0, most - 1) + "…";
    }
}
