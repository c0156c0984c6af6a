package org.postern.admin.parked;

import org.postern.queue.ParkedFilter;

import java.util.List;

/** An act on parked mail, and on which. */
record OnParked(ParkedAct act, Selection selection) {
    /** {@return on which, for the audit log} */
    String subject() {
        return switch (selection) {
            case Selection.These(List<String> keys) ->
                keys.size() + (keys.size() == 1 ? " message that was chosen" : " messages that were chosen");
            case Selection.Matching(ParkedFilter filter) -> "all mail that matches " + filter;
        };
    }
}
