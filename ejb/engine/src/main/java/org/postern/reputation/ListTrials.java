package org.postern.reputation;

import org.postern.dns.AddressAnswer;
import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.SenderDns;
import org.postern.dns.Temporary;
import org.postern.sentence.Sentence;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Whether lists keep to the rules: each lists what all lists have to, and not what none may (RFC 5782, 5). Tried again from time to
 * time. Remembers one thing of each list that it is asked about, and these are configured. Safe for many threads.
 */
final class ListTrials {
    private static final Duration SOUND = Duration.ofHours(1);
    private static final Duration BROKEN = Duration.ofMinutes(10);
    private static final Duration UNKNOWN = Duration.ofMinutes(1);

    private static final Sentence.Form NOT_ANSWERED = Sentence.form("testEntriesNotAnswered",
            "its test entries are not answered: {0}");
    private static final Sentence.Form LISTS_ALL = Sentence.form("itListsEverything",
            "it lists {0}, which no list may: it lists everything");
    private static final Sentence.Form LISTS_NOTHING = Sentence.form("itListsNothing",
            "it does not list {0}, as all lists do: it is empty, gone, or not to be reached");

    private final SenderDns dns;
    private final InstantSource clock;
    private final BiConsumer<DnsList, Sentence> remark;
    private final Map<DnsList, Kept> kept = new ConcurrentHashMap<>();
    private final Set<DnsList> told = ConcurrentHashMap.newKeySet();

    /** @param remark told when a list is found not to keep to the rules; not again before it has kept to them in between */
    ListTrials(SenderDns dns, InstantSource clock, BiConsumer<DnsList, Sentence> remark) {
        this.dns = dns;
        this.clock = clock;
        this.remark = remark;
    }

    sealed interface Trial {
        record Sound() implements Trial {}

        record Failed(Sentence why) implements Trial {}

        record Open(Sentence why) implements Trial {}
    }

    private record Kept(Trial trial, Instant until) {}

    /** {@return what is known of the list, trying it where that is too long ago} */
    Trial of(DnsList list) {
        Kept known = kept.get(list);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.trial();
        }
        Trial trial = run(list);
        keep(list, trial);
        return trial;
    }

    /** Takes it that the list does not keep to the rules: it has given an answer that none may. */
    void failed(DnsList list, Sentence why) {
        keep(list, new Trial.Failed(why));
    }

    /** {@return the lists that are not asked now, and why} */
    Map<DnsList, Sentence> broken() {
        Map<DnsList, Sentence> broken = new ConcurrentHashMap<>();
        kept.forEach((list, known) -> {
            if (known.trial() instanceof Trial.Failed(Sentence why)) {
                broken.put(list, why);
            }
        });
        return Map.copyOf(broken);
    }

    private void keep(DnsList list, Trial trial) {
        Duration time = switch (trial) {
            case Trial.Sound sound -> SOUND;
            case Trial.Failed failed -> BROKEN;
            case Trial.Open open -> UNKNOWN;
        };
        kept.put(list, new Kept(trial, clock.instant().plus(time)));
        switch (trial) {
            case Trial.Sound sound -> told.remove(list);
            case Trial.Failed(Sentence why) when told.add(list) -> remark.accept(list, why);
            case Trial.Failed again -> {
            }
            case Trial.Open open -> {
            }
        }
    }

    private Trial run(DnsList list) {
        for (String point : unlisted(list.kind())) {
            Trial one = point(list, point, false);
            if (!(one instanceof Trial.Sound)) {
                return one;
            }
        }
        return point(list, list.example().orElse(listed(list.kind())), true);
    }

    private Trial point(DnsList list, String point, boolean wanted) {
        return switch (dns.ipv4(point + "." + list.zone())) {
            case AddressAnswer.Found found -> found(found.addresses(), point, wanted);
            case NoSuchDomain none -> missing(point, wanted);
            case NoData none -> missing(point, wanted);
            case Temporary unknown -> new Trial.Open(NOT_ANSWERED.with(unknown.reason()));
        };
    }

    private static Trial found(List<InetAddress> answers, String point, boolean wanted) {
        Optional<Sentence> broken = Rules.broken(answers);
        if (broken.isPresent()) {
            return new Trial.Failed(broken.get());
        }
        return wanted
                ? new Trial.Sound()
                : new Trial.Failed(LISTS_ALL.with(point));
    }

    private static Trial missing(String point, boolean wanted) {
        return wanted
                ? new Trial.Failed(LISTS_NOTHING.with(point))
                : new Trial.Sound();
    }

    private static String listed(ListKind kind) {
        return switch (kind) {
            case ADDRESSES -> "2.0.0.127";
            case DOMAINS, LINKS -> "test";
        };
    }

    /** {@return what no list may have, of both families} A list without IPv6 is none that is broken. */
    private static List<String> unlisted(ListKind kind) {
        return switch (kind) {
            case ADDRESSES -> List.of("1.0.0.127", "1.0.0.0.0.0.f.7.f.f.f.f" + ".0".repeat(20));
            case DOMAINS, LINKS -> List.of("invalid");
        };
    }
}
