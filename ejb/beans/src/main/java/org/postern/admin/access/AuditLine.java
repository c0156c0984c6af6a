package org.postern.admin.access;

import java.time.Instant;

/**
 * That somebody did something: neither secrets nor content of mail. Longer texts are cut; of what it was and is, what is the same is left
 * out first.
 *
 * @param key larger for what was written later; 0 before it is written
 * @param at when
 * @param person who, as {@link Caller} names them
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
        if (before.length() > TEXT || after.length() > TEXT) {
            String was = Difference.of(before, after);
            after = Difference.of(after, before);
            before = was;
        }
        before = cut(before, TEXT);
        after = cut(after, TEXT);
    }

    /** {@return the same line, of this} */
    AuditLine of(String otherThing, String otherBefore, String otherAfter) {
        return new AuditLine(key, at, person, role, act, otherThing, otherBefore, otherAfter);
    }

    private static String cut(String text, int most) {
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= most ? printable : printable.substring(0, most - 1) + "…";
    }
}
