package org.postern.archive;

import org.postern.config.rule.ArchiveRule;
import org.postern.queue.MailQueue;
import org.postern.queue.Posting;
import org.postern.routing.Destination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which queues and topics have what is handed over to them archived. */
public final class Archives {
    private static final String TWIN = ">archive";

    private final Map<String, ArchiveRule> rules = new LinkedHashMap<>();

    public Archives(List<ArchiveRule> rules) {
        rules.forEach(rule -> this.rules.put(rule.place(), rule));
    }

    /** {@return all of them, in the order of the file} */
    public List<ArchiveRule> rules() {
        return List.copyOf(rules.values());
    }

    /** {@return how this place is archived; empty if it is not} */
    public Optional<ArchiveRule> of(Destination place) {
        return Optional.ofNullable(rules.get(place.toString()));
    }

    /** {@return these, and a twin for the archive of each that is handed over where it is archived} They are posted in one transaction, so that the archive misses nothing. */
    public List<Posting> withTwins(List<Posting> postings) {
        if (rules.isEmpty()) {
            return postings;
        }
        List<Posting> all = new ArrayList<>(postings);
        postings.stream().filter(this::isArchived).map(Archives::twin).forEach(all::add);
        return all;
    }

    /** Mail on its way to an application may lie in a queue of the gateway's own before; what is handed over once more is archived already. */
    private boolean isArchived(Posting posting) {
        return !posting.queue().startsWith(MailQueue.OWN) && !posting.mail().course().asked()
                && posting.mail().destination().flatMap(this::of).isPresent();
    }

    private static Posting twin(Posting posting) {
        return new Posting(MailQueue.ARCHIVE, posting.mail(), posting.duplicateKey().map(key -> key + TWIN),
                posting.notBefore());
    }
}
