package org.postern.report.send;

import java.util.List;

/** What there is to be sent to one domain about one day. */
public sealed interface Preparation {
    /**
     * These letters.
     *
     * @param remark what was left out, and why, in a few words; may be empty
     */
    record Ready(List<ReportLetter> letters, String remark) implements Preparation {
        public Ready {
            letters = List.copyOf(letters);
        }
    }

    /** Nothing, and that is not going to change. */
    record Nothing(String reason) implements Preparation {}

    /** It cannot be said now. */
    record Later(String reason) implements Preparation {}
}
