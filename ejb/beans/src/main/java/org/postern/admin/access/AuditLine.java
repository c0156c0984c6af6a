package org.postern.admin.access;

import java.time.Instant;

/**
 * That somebody did something: neither secrets nor content of mail. Longer texts are cut; of what it was and is, so that the first place is seen where the two
 * differ.
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
    /** How much of what is the same is shown before a difference. */
    private static final int LEAD = 60;

    public AuditLine {
        act = cut(act, ACT);
        thing = cut(thing, THING);
        int same = before.length() > TEXT || after.length() > TEXT ? Math.max(0, same(before, after) - LEAD) : 0;
        before = cut(from(before, same), TEXT);
        after = cut(from(after, same), TEXT);
    }

    /** {@return the same line, of this} */
    AuditLine of(String otherThing, String otherBefore, String otherAfter) {
        return new AuditLine(key, at, person, role, act, otherThing, otherBefore, otherAfter);
    }

    /** {@return how much at the beginning is the same; nothing if one of them is empty} */
    private static int same(String before, String after) {
        int same = 0;
        while (same < Math.min(before.length(), after.length()) && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        return same;
    }

    private static String from(String text, int place) {
        return place == 0 ? text : "…" + text.substring(place);
    }

    private static String cut(String text, int most) {
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= most ? printable : printable.substring(0, most - 1) + "…";
    }
}
