package org.postern.store.trace;

import org.postern.event.Progress;
import org.postern.store.DomainRanges;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody sees of the trace who is limited to some domains: lines by their sender, with all recipients, or by those recipients alone. */
record Seen(DomainRanges ranges) {
    private static final Clues NOTHING = new Clues(List.of(Clue.line("x.key = :nobody")), Map.of("nobody", ""), true,
            Optional.empty());

    /** {@return the lines that are seen, to go by where nothing else is sought} */
    Clues clues() {
        List<Clue> any = Stream
                .concat(ranges.each("x.senderKey").map(Clue::line), ranges.each("x.addressKey").map(Clue::recipient))
                .toList();
        return any.isEmpty() ? NOTHING : new Clues(any, ranges.parameters(), true, Optional.empty());
    }

    /** {@return the condition that a recipient is seen} */
    String recipient(String alias) {
        return "(" + ranges.of(alias + ".addressKey")
                + " or exists (select 1 from TraceMessageRow s where s.key = " + alias + ".id.messageKey and "
                + ranges.of("s.senderKey") + "))";
    }

    /** {@return the condition that a line is seen, by a recipient who has come this far, or by its sender} */
    String line(String alias, Optional<Progress> come) {
        return "(" + ranges.of(alias + ".senderKey")
                + " or exists (select 1 from TraceRecipientRow r where r.id.messageKey = " + alias + ".key and "
                + ranges.of("r.addressKey") + come.map(progress -> " and r.kind in :kinds").orElse("") + "))";
    }
}
