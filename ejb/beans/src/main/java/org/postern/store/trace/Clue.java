package org.postern.store.trace;

import org.postern.event.Progress;

import java.util.Optional;

/**
 * One way in which a line is what is sought.
 *
 * @param ofRecipient whether it is one of the recipients that shows it, and not the line itself
 * @param placed whether its index has the place of the line in the list, so that no line need be looked up to put it in order
 * @param condition JPQL on that row, which is called {@code x}
 */
record Clue(boolean ofRecipient, boolean placed, String condition) {
    static Clue line(String condition) {
        return new Clue(false, false, condition);
    }

    /** {@return the same, where the index goes on with the time of arrival and the key} */
    static Clue placedLine(String condition) {
        return new Clue(false, true, condition);
    }

    static Clue recipient(String condition) {
        return new Clue(true, false, condition);
    }

    /** {@return the same, where the recipient, or one of the line's, has come this far; {@code :kinds} and {@code :progress} are to be bound} */
    Clue which(Optional<Progress> come) {
        return come.map(progress -> new Clue(ofRecipient, false,
                "(" + condition + ") and " + (ofRecipient ? "x.kind in :kinds" : has("x", progress)))).orElse(this);
    }

    /** {@return the same, of what is seen} */
    Clue within(Seen seen, Optional<Progress> come) {
        return new Clue(ofRecipient, false,
                condition + " and " + (ofRecipient ? seen.recipient("x") : seen.line("x", come)));
    }

    /** {@return the condition that a line has come so far for one of its recipients, or as a whole where it has none} */
    static String has(String alias, Progress progress) {
        return "(%1$s.%2$s > 0 or %1$s.recipients = 0 and %1$s.progress = :progress)".formatted(alias,
                TraceMessageRow.counter(progress));
    }

    /** {@return the query for the keys of such lines} */
    String keys() {
        return (ofRecipient
                ? "select x.id.messageKey as found from TraceRecipientRow x where "
                : "select x.key as found from TraceMessageRow x where ") + condition;
    }

    /** {@return the query for so many of them at most, in the order of the column that its index has} */
    String keys(int most) {
        return keys() + " order by " + condition.substring(0, condition.indexOf(' ')) + " limit " + most;
    }

    /** {@return the order of the list of lines {@code m}, as the index has it; to be asked of what is {@link #placed}} */
    String order() {
        return " order by " + condition.substring(0, condition.indexOf(' ')).replace("x.", "m.")
                + ", m.arrived desc, m.key desc";
    }

    /** {@return what lines {@code m} are looked for in, by the rows that {@link #joined} is about} */
    String join() {
        return ofRecipient
                ? "TraceRecipientRow x join TraceMessageRow m on m.key = x.id.messageKey"
                : "TraceMessageRow m";
    }

    /** {@return the condition on these rows} */
    String joined() {
        return ofRecipient ? condition : condition.replace("x.", "m.");
    }

    /** {@return the condition that a line {@code m} is such a line} */
    String ofLine() {
        return ofRecipient
                ? "exists (select 1 from TraceRecipientRow x where x.id.messageKey = m.key and " + condition + ")"
                : "(" + joined() + ")";
    }
}
