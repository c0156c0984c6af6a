package org.postern.admin.parked;

import org.postern.queue.ParkedFilter;
import org.postern.sentence.Sentence;

import java.util.List;

/** An act on parked mail, and on which. */
record OnParked(ParkedAct act, Selection selection) {
    private static final Sentence.Form MATCHING = Sentence.form("auditOperationMatching", "all mail that matches {0}");

    /** {@return on which, for the audit log} */
    Sentence subject() {
        return switch (selection) {
            case Selection.These(List<String> keys) -> Operations.chosen(keys.size());
            case Selection.Matching(ParkedFilter filter) -> MATCHING.with(filter.toString());
        };
    }
}
