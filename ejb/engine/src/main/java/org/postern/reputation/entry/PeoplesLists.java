package org.postern.reputation.entry;

import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.network.Network;
import org.postern.reputation.entry.ListEntry.Effect;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The entries of all lists that people keep, found by what a message shows and not one by one. Immutable. An allowance of senders or domains
 * counts where the one who is taken for the sender has been proved by that domain, or by another that the entry covers; one of a
 * network counts for its clients. A block counts for whatever a message says.
 */
public final class PeoplesLists {
    private static final Matches NOTHING = new Matches(List.of(), List.of());
    private static final int MOST_LABELS = 128;

    private final Map<String, Map<String, List<ListEntry>>> byOwner = new HashMap<>();
    /** Prefix lengths of networks, by the length of addresses in octets. */
    private final Map<Integer, Set<Integer>> prefixes = new HashMap<>();

    public PeoplesLists(Collection<ListEntry> entries) {
        for (ListEntry entry : entries) {
            byOwner.computeIfAbsent(entry.owner(), owner -> new HashMap<>())
                    .computeIfAbsent(key(entry.party()), key -> new ArrayList<>())
                    .add(entry);
            if (entry.party() instanceof Party.Clients(Network network)) {
                prefixes.computeIfAbsent(network.base().getAddress().length, length -> new TreeSet<>())
                        .add(network.prefix());
            }
        }
    }

    /** {@return whether there is no entry} */
    public boolean isEmpty() {
        return byOwner.isEmpty();
    }

    /** {@return whether some entries are about the mail of somebody, and not of all} */
    public boolean differsByRecipient() {
        return byOwner.keySet().stream().anyMatch(owner -> !owner.equals(ListEntry.ALL));
    }

    private static String key(Party party) {
        return switch (party) {
            case Party.Sender(Mailbox mailbox) -> key(mailbox);
            case Party.OneDomain(Domain domain) -> domain.key();
            case Party.DomainAndBelow(Domain domain) -> "." + domain.key();
            case Party.Clients(Network network) -> "/" + network;
        };
    }

    private static String key(Mailbox mailbox) {
        return mailbox.localName().toLowerCase(Locale.ROOT) + "@" + mailbox.domain().key();
    }

    /**
     * {@return what a message meets}
     *
     * @param owners whose entries count, {@link ListEntry#ALL} among them if those do
     */
    public Matches matching(Evidence evidence, Set<String> owners, Instant now) {
        if (isEmpty()) {
            return NOTHING;
        }
        return new Matches(allowing(evidence, owners, now), blocking(evidence, owners, now));
    }

    private List<ListEntry> allowing(Evidence evidence, Set<String> owners, Instant now) {
        Set<String> keys = clients(evidence.client());
        evidence.provedSender().ifPresent(mailbox -> keys.addAll(keys(mailbox)));
        evidence.claimedSender()
                .ifPresent(mailbox -> keys.addAll(provedFromAbove(mailbox.domain(), evidence.proved())));
        return found(keys, owners, entry -> entry.effect() == Effect.ALLOW && entry.countsAt(now));
    }

    /** {@return the keys of domains, with all below them, that the domain and a proved one both lie in} */
    private static Set<String> provedFromAbove(Domain claimed, Set<Domain> proved) {
        Set<String> common = new LinkedHashSet<>();
        for (Domain one : proved) {
            Set<String> shared = new LinkedHashSet<>(above(claimed));
            shared.retainAll(above(one));
            common.addAll(shared);
        }
        return common;
    }

    private List<ListEntry> blocking(Evidence evidence, Set<String> owners, Instant now) {
        Set<String> keys = clients(evidence.client());
        evidence.sender().ifPresent(mailbox -> keys.addAll(keys(mailbox)));
        evidence.authors().ifPresent(authors -> authors.forEach(mailbox -> keys.addAll(keys(mailbox))));
        evidence.proved().forEach(domain -> keys.addAll(keys(domain)));
        return found(keys, owners, entry -> entry.effect() == Effect.BLOCK && entry.countsAt(now));
    }

    private List<ListEntry> found(Set<String> keys, Set<String> owners, Predicate<ListEntry> wanted) {
        return owners.stream()
                .map(owner -> byOwner.getOrDefault(owner, Map.of()))
                .filter(entries -> !entries.isEmpty())
                .flatMap(entries -> keys.stream().flatMap(key -> entries.getOrDefault(key, List.of()).stream()))
                .filter(wanted)
                .toList();
    }

    private Set<String> clients(InetAddress client) {
        Set<String> keys = new LinkedHashSet<>();
        for (int prefix : prefixes.getOrDefault(client.getAddress().length, Set.of())) {
            keys.add("/" + Network.around(client, prefix));
        }
        return keys;
    }

    private static List<String> keys(Mailbox mailbox) {
        return Stream.concat(Stream.of(key(mailbox)), keys(mailbox.domain()).stream()).toList();
    }

    private static List<String> keys(Domain domain) {
        return Stream.concat(Stream.of(domain.key()), above(domain).stream()).toList();
    }

    /** {@return the keys of the domain and those above it, each with all below it} */
    private static List<String> above(Domain domain) {
        List<String> above = new ArrayList<>();
        String name = "." + domain.key();
        int dot = 0;
        while (dot >= 0 && above.size() < MOST_LABELS) {
            above.add(name.substring(dot));
            dot = name.indexOf('.', dot + 1);
        }
        return above;
    }
}
