package org.postern.scan;

import org.postern.sentence.Sentence;

import java.util.List;

/** What came of asking one scanner about one message. */
public sealed interface ScanResult {
    /**
     * It has nothing to say.
     *
     * @param note for a person, such as why it was not asked; mostly empty, at most {@value Finding#LONGEST_EVIDENCE} characters
     */
    record Clean(String note) implements ScanResult {
        public Clean {
            note = Finding.printable(note, Finding.LONGEST_EVIDENCE);
        }
    }

    /**
     * It has something to say.
     *
     * @param findings at most {@value #MOST_FINDINGS}; more are left out
     * @param wishes what it would have done; at most {@value #MOST_WISHES}
     */
    record Found(List<Finding> findings, List<Wish> wishes) implements ScanResult {
        public static final int MOST_FINDINGS = 500;
        public static final int MOST_WISHES = 100;

        public Found {
            findings = findings.stream().limit(MOST_FINDINGS).toList();
            wishes = wishes.stream().limit(MOST_WISHES).toList();
        }
    }

    /**
     * It was not there, not in time, or did not make sense: nothing is known of the message, and the next will fare no better.
     *
     * @param reason for log and console, without anything that is secret; in English printable ASCII, at most
     *        {@value Finding#LONGEST_EVIDENCE} characters
     */
    record Unavailable(Sentence reason) implements ScanResult {
        public Unavailable {
            reason = reason.worded(text -> Finding.printable(text, Finding.LONGEST_EVIDENCE))
                    .within(Finding.LONGEST_EVIDENCE);
        }

        /** @param others what others say of it */
        public Unavailable(String others) {
            this(Sentence.asItIs(others));
        }
    }

    /**
     * It is there, and has not judged this message, or wants done what is not done here: nothing is known of the message, which says nothing
     * of the next one.
     *
     * @param reason for log and console
     */
    record Unwilling(String reason) implements ScanResult {
        public Unwilling {
            reason = Finding.printable(reason, Finding.LONGEST_EVIDENCE);
        }
    }

    /** {@return that there is nothing to say} */
    static ScanResult clean() {
        return new Clean("");
    }

    /** {@return these, if there are any} */
    static ScanResult of(List<Finding> findings, List<Wish> wishes) {
        return findings.isEmpty() && wishes.isEmpty() ? clean() : new Found(findings, wishes);
    }
}
