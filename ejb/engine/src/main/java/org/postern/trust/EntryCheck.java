package org.postern.trust;

import org.postern.assessment.Symbol;
import org.postern.auth.FromField;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;
import org.postern.reputation.entry.Evidence;
import org.postern.reputation.entry.ListEntry;
import org.postern.reputation.entry.LiveEntries;
import org.postern.reputation.entry.Matches;
import org.postern.reputation.entry.PeoplesLists;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What people allow and block, of one message. A block counts whatever is allowed. Each entry that decides is counted. */
public final class EntryCheck {
    static final String RULE = "block";
    private static final Set<String> ALL = Set.of(ListEntry.ALL);

    private final Supplier<PeoplesLists> entries;
    private final Consumer<ListEntry> hits;
    private final InstantSource clock;

    public EntryCheck(LiveEntries entries, InstantSource clock) {
        this(entries::get, entries::hit, clock);
    }

    /**
     * For those who look and do not count.
     *
     * @param entries those that count now
     * @param hits told of each that decides
     */
    public EntryCheck(Supplier<PeoplesLists> entries, Consumer<ListEntry> hits, InstantSource clock) {
        this.entries = entries;
        this.hits = hits;
        this.clock = clock;
    }

    /** {@return why a client or sender is refused whoever the mail is for, if it is} */
    Optional<Reason> blocked(SessionFacts session, ReversePath sender) {
        return met(entries.get().matching(evidence(session, sender, Set.of()), ALL, now()).blocking())
                .map(EntryCheck::reason);
    }

    /** {@return why a client or sender is refused for this recipient, if it is} */
    Optional<Reason> blocked(SessionFacts session, ReversePath sender, Mailbox recipient) {
        return met(entries.get()
                .matching(evidence(session, sender, Set.of()), ListEntry.owners(recipient), now())
                .blocking())
                .map(EntryCheck::reason);
    }

    /**
     * {@return whether client or sender are allowed to write to this recipient}
     *
     * @param proved the domains that have passed so far
     */
    boolean isAllowed(SessionFacts session, ReversePath sender, Mailbox recipient, Set<Domain> proved) {
        return met(entries.get()
                .matching(evidence(session, sender, proved), ListEntry.owners(recipient), now())
                .allowing()).isPresent();
    }

    private static Evidence evidence(SessionFacts session, ReversePath sender, Set<Domain> proved) {
        return new Evidence(session.client().getAddress(), sender.mailbox(), Optional.empty(), proved);
    }

    /** {@return what all recipients agree on, as symbols: a message has one answer for all of them} */
    List<Symbol> symbols(SessionFacts session, Envelope envelope, HeaderSection header, Set<Domain> proved) {
        PeoplesLists lists = entries.get();
        if (lists.isEmpty()) {
            return List.of();
        }
        List<Mailbox> authors = header.all("From")
                .stream()
                .flatMap(field -> FromField.mailboxes(field).orElse(List.of()).stream())
                .toList();
        Evidence evidence = new Evidence(session.client().getAddress(), envelope.reversePath().mailbox(),
                Optional.of(authors), proved);
        List<Symbol> symbols = new ArrayList<>();
        agreed(lists, evidence, envelope, Matches::blocking)
                .ifPresent(entry -> symbols.add(KnownSymbol.BLOCKED.found(words(entry))));
        agreed(lists, evidence, envelope, Matches::allowing)
                .ifPresent(entry -> symbols.add(KnownSymbol.ALLOWED.found(words(entry))));
        return symbols;
    }

    private Optional<ListEntry> agreed(PeoplesLists lists, Evidence evidence, Envelope envelope,
            Function<Matches, List<ListEntry>> side) {
        Instant now = now();
        List<ListEntry> ofAll = side.apply(lists.matching(evidence, ALL, now));
        if (!ofAll.isEmpty() || !lists.differsByRecipient()) {
            return met(ofAll);
        }
        List<ListEntry> found = List.of();
        for (Recipient recipient : envelope.recipients()) {
            found = side.apply(lists.matching(evidence, ListEntry.owners(recipient.mailbox()), now));
            if (found.isEmpty()) {
                return Optional.empty();
            }
        }
        return met(found);
    }

    private Optional<ListEntry> met(List<ListEntry> matching) {
        Optional<ListEntry> first = matching.stream().findFirst();
        first.ifPresent(hits);
        return first;
    }

    private Instant now() {
        return clock.instant();
    }

    private static Reason reason(ListEntry entry) {
        return Reason.seen(words(entry)).by(RULE);
    }

    private static String words(ListEntry entry) {
        return "entry " + entry.key() + ", " + entry.party()
                + (entry.comment().isEmpty() ? "" : ": " + entry.comment());
    }
}
