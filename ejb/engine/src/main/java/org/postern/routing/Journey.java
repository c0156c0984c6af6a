package org.postern.routing;

import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.sentence.Sentence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The way of one message, made up recipient by recipient. Used once. */
final class Journey {
    /** The most recipients of one posting: an envelope is held in memory, and is a property of a JMS message. */
    private static final int TOGETHER = 1000;
    /** The most characters of them, for the same reason; what one client may give us is no more. */
    private static final int MOST_CHARACTERS = 128 * 1024;
    /** Octets of the heap that there are for each mailbox that all lists and aliases of one message come to. */
    private static final int FOR_AN_HEIR = 20_000;
    /** The most mailboxes that all lists and aliases of one message come to. */
    static final int MOST_HEIRS = Math.clamp(Runtime.getRuntime().maxMemory() / FOR_AN_HEIR, 1_000, 50_000);
    /** So many fit, however long they are. */
    private static final int FEW = 100;
    private static final Sentence.Form REWRITTEN = Sentence.form("wayRewritten",
            "{0}; forwarded with a reverse-path of our own");
    private static final Sentence.Form UNFIT = Sentence.form("wayUnfit",
            "{0}; forwarded with the sender''s reverse-path, which fits into none of our own");
    private static final Sentence.Form TOO_MANY = Sentence.form("listsLeadToTooMany",
            "the lists of one message lead to more than {0,number,#} mailboxes");
    private static final Sentence.Form FAULT = Sentence.form("", "{0}: {1}");
    private static final int COMMAND = "RCPT TO: \r\n".length();

    private final Router router;
    private final Routing routing;
    private final Envelope envelope;
    private final Passage passage;
    private final List<Expansion> expansions = new ArrayList<>();
    private final Map<Company, List<Recipient>> companies = new LinkedHashMap<>();
    private final Set<String> direct = new HashSet<>();
    private final Set<String> reached = new HashSet<>();
    private final Map<String, Integer> expanded = new HashMap<>();
    private int heirs;
    private final Map<Company, Sentence> reasons = new LinkedHashMap<>();

    private final Set<Recipient> readdressed = new HashSet<>();
    private Optional<Optional<Mailbox>> forwarded = Optional.empty();

    /** Who travels together: to the same place, with reports to the same person. */
    private record Company(Turn.Kind kind, Optional<Destination> destination, Optional<Mailbox> owner,
            boolean isForwarded) {
        static Company nowhere() {
            return new Company(Turn.Kind.NOWHERE, Optional.empty(), Optional.empty(), false);
        }
    }

    Journey(Router router, Routing routing, Envelope envelope, Optional<String> listener) {
        this.router = router;
        this.routing = routing;
        this.envelope = envelope;
        this.passage = new Passage(envelope.reversePath(), listener);
    }

    Itinerary plan() {
        List<Recipient> recipients = envelope.recipients()
                .stream()
                .map(recipient -> readdressed(recipient))
                .toList();
        recipients.stream()
                .filter(recipient -> routing.alias(recipient.mailbox(), passage).isEmpty())
                .forEach(recipient -> direct.add(key(recipient.mailbox())));
        recipients.forEach(this::add);
        List<Way> ways = new ArrayList<>(companies.size());
        companies.forEach((company, members) -> {
            int from = 0;
            while (from < members.size()) {
                int to = end(members, from);
                ways.add(way(company, members.subList(from, to)));
                from = to;
            }
        });
        return new Itinerary(ways, expansions);
    }

    private Recipient readdressed(Recipient recipient) {
        Recipient other = router.readdressed(recipient, routing, passage);
        if (!other.equals(recipient)) {
            readdressed.add(other);
        }
        return other;
    }

    /** {@return where the recipients end that travel together with the first of these} */
    private static int end(List<Recipient> recipients, int from) {
        if (recipients.size() <= FEW) {
            return recipients.size();
        }
        int to = from;
        int length = 0;
        while (to < recipients.size() && to - from < TOGETHER && length <= MOST_CHARACTERS) {
            Recipient next = recipients.get(to);
            length += COMMAND + next.path().toString().length() + next.parameters().toString().length();
            to += length <= MOST_CHARACTERS || to == from ? 1 : 0;
        }
        return to;
    }

    private void add(Recipient recipient) {
        routing.alias(recipient.mailbox(), passage)
                .ifPresentOrElse(alias -> expand(recipient, alias),
                        () -> direct(recipient));
    }

    /** The case of a local part is significant, but for us and those whom we speak for (RFC 5321, 2.4). */
    private String key(Mailbox mailbox) {
        return routing.isOwn(mailbox.domain(), passage.listener())
                ? AddressKeys.of(mailbox)
                : mailbox.localName() + "@" + mailbox.domain().key();
    }

    /** Each address gets the message once, however often it is given. */
    private void direct(Recipient recipient) {
        if (reached.add(key(recipient.mailbox()))) {
            add(new Leaf(recipient, Optional.empty()), passage, readdressed.contains(recipient));
        }
    }

    /** Who is a recipient in his own right, before or behind, or by another alias, is not made one again. */
    private void heir(Leaf given) {
        Leaf leaf = new Leaf(router.readdressed(given.recipient(), routing, passage), given.owner());
        String key = key(leaf.recipient().mailbox());
        if (!direct.contains(key) && reached.add(key)) {
            heirs++;
            add(leaf, new Passage(sender(leaf.owner()), passage.listener()), true);
        }
    }

    private void expand(Recipient recipient, Alias alias) {
        if (!reached.add(key(recipient.mailbox()) + " for others")) {
            return;
        }
        Optional<Integer> known = Optional.ofNullable(expanded.get(alias.key()));
        if (known.isPresent()) {
            expansions.add(new Expansion(recipient, alias, known.get()));
            return;
        }
        AliasWalk walk = new AliasWalk(routing, passage);
        walk.follow(recipient, alias);
        Optional<Sentence> fault = walk.fault().or(() -> tooMany(walk));
        if (fault.isPresent()) {
            join(Company.nowhere(), recipient, FAULT.with(alias.said(), fault.get()));
        } else {
            expansions.add(new Expansion(recipient, alias, walk.ends().size()));
            expanded.put(alias.key(), walk.ends().size());
            walk.ends().forEach(this::heir);
        }
    }

    private Optional<Sentence> tooMany(AliasWalk walk) {
        return heirs + walk.ends().size() > MOST_HEIRS
                ? Optional.of(TOO_MANY.with(MOST_HEIRS))
                : Optional.empty();
    }

    private void add(Leaf leaf, Passage from, boolean isHeir) {
        Turn turn = router.turn(leaf.recipient().mailbox(), routing, from);
        Optional<Mailbox> owner = leaf.owner().filter(any -> !envelope.reversePath().isNull());
        boolean leaves = isHeir && owner.isEmpty() && isForeign(leaf.recipient().mailbox())
                && turn.destination().filter(to -> !to.isApplication() && !to.isHere()).isPresent();
        boolean isForwarded = leaves && forwarder().isPresent();
        boolean isUnfit = leaves && !isForwarded && mayBeForwarded();
        join(new Company(turn.kind(), turn.destination(), owner, isForwarded), leaf.recipient(),
                isUnfit
                        ? UNFIT.with(turn.reason())
                        : isForwarded ? REWRITTEN.with(turn.reason()) : turn.reason());
    }

    private boolean isForeign(Mailbox mailbox) {
        return !router.isForUs(mailbox.domain(), routing, passage);
    }

    private boolean mayBeForwarded() {
        return router.forwarding().isPresent() && envelope.reversePath().mailbox().filter(this::isForeign).isPresent();
    }

    /** {@return the path of our own that stands for a sender elsewhere, made once} */
    private Optional<Mailbox> forwarder() {
        if (forwarded.isEmpty()) {
            forwarded = Optional.of(envelope.reversePath()
                    .mailbox()
                    .filter(this::isForeign)
                    .flatMap(sender -> router.forwarding().flatMap(forwarding -> forwarding.path(sender))));
        }
        return forwarded.get();
    }

    private void join(Company company, Recipient recipient, Sentence reason) {
        companies.computeIfAbsent(company, c -> new ArrayList<>()).add(recipient);
        reasons.putIfAbsent(company, reason);
    }

    /** A message without a sender keeps none, list or not: it must never cause another one (RFC 5321, 4.5.5). */
    private ReversePath sender(Optional<Mailbox> owner) {
        return envelope.reversePath().isNull()
                ? ReversePath.NULL
                : owner.map(ReversePath::of).orElse(envelope.reversePath());
    }

    private Way way(Company company, List<Recipient> recipients) {
        Optional<Mailbox> told = company.isForwarded() ? forwarder() : company.owner();
        Envelope to = new Envelope(sender(told), parameters(company), recipients);
        Sentence reason = reasons.get(company);
        return switch (company.kind()) {
            case ON -> new Way.To(company.destination().orElseThrow(), to, reason, company.isForwarded());
            case DISCARDED -> new Way.Discarded(to, reason);
            case REFUSED, NOWHERE -> new Way.Nowhere(to, reason, false);
            case UNREAD -> new Way.Nowhere(to, reason, true);
        };
    }

    /** What the sender gave for reports is nothing to the owner of a list. */
    private Parameters parameters(Company company) {
        return company.owner().isPresent()
                ? envelope.parameters().without("ENVID").without("RET")
                : envelope.parameters();
    }
}
