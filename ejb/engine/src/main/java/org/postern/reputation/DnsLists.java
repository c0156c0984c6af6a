package org.postern.reputation;

import org.postern.dns.AddressAnswer;
import org.postern.dns.Memory;
import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.SenderDns;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.mail.Domain;
import org.postern.reputation.Begun.Asking;
import org.postern.reputation.ListResult.Broken;
import org.postern.reputation.ListResult.Listing;
import org.postern.reputation.ListResult.NotListed;
import org.postern.reputation.ListResult.Unanswered;
import org.postern.reputation.ListTrials.Trial;
import org.postern.sentence.Sentence;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Asks lists in the DNS about clients and domains, all lists at once. A list that does not keep to the rules is not believed, and not asked
 * for a while; one that does not answer says nothing. Answers are remembered for five minutes. Safe for many threads.
 */
public final class DnsLists {
    /** Domains that are asked about at once; more are passed over. */
    public static final int MOST_DOMAINS = 20;
    /** Hosts of links that are asked about at once; more are passed over. */
    public static final int MOST_HOSTS = 50;
    private static final int MOST_REMEMBERED = 20_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final SenderDns dns;
    private final Executor threads;
    private final InstantSource clock;
    private final List<DnsList> lists;
    private final ListTrials trials;
    private final Memory<String, ListResult> known;

    /**
     * @param threads where the questions are asked, which block
     * @param lists those that are asked
     */
    public DnsLists(SenderDns dns, Executor threads, InstantSource clock, List<DnsList> lists) {
        this(dns, threads, clock, lists, (list, why) -> {
        });
    }

    /**
     * @param threads where the questions are asked, which block
     * @param lists those that are asked
     * @param remark told of a list that is not believed any more, once each time, with the reason
     */
    public DnsLists(SenderDns dns, Executor threads, InstantSource clock, List<DnsList> lists,
            BiConsumer<DnsList, Sentence> remark) {
        this.dns = dns;
        this.threads = threads;
        this.clock = clock;
        this.lists = List.copyOf(lists);
        this.trials = new ListTrials(dns, clock, remark);
        this.known = new Memory<>(clock, DnsLists::time, MOST_REMEMBERED);
    }

    private static Duration time(ListResult result) {
        return switch (result) {
            case Listing listing -> REMEMBERED;
            case NotListed none -> REMEMBERED;
            case Broken broken -> Duration.ZERO;
            case Unanswered unanswered -> Duration.ZERO;
        };
    }

    /** {@return the questions about a client, one to each list of addresses; none about an address that is nobody's own (RFC 6890)} */
    public Begun<ListResult> begin(InetAddress client) {
        Subject subject = Subject.client(client);
        List<Asking<ListResult>> askings = new ArrayList<>();
        of(ListKind.ADDRESSES).forEach(list -> askings.addAll(askings(list, subject)));
        return Begun.begin(threads, clock, askings);
    }

    /**
     * {@return the questions about domains and what lies above each, to each list of domains} There may be more answers than one for a
     * domain and a list: {@link #together} puts them together.
     *
     * @param domains address literals, and what is no domain, are passed over
     */
    public Begun<ListResult> begin(Collection<Domain> domains) {
        List<Asking<ListResult>> askings = new ArrayList<>();
        domains.stream()
                .map(Domain::key)
                .distinct()
                .limit(MOST_DOMAINS)
                .forEach(domain -> of(ListKind.DOMAINS)
                        .forEach(list -> askings.addAll(askings(list, Subject.domain(domain, list.zone())))));
        return Begun.begin(threads, clock, askings);
    }

    /**
     * {@return the questions about hosts that links lead to, to each list of such} Each name is asked about once, however many hosts are below
     * it.
     */
    public Begun<ListResult> beginLinks(Collection<String> hosts) {
        List<Asking<ListResult>> askings = new ArrayList<>();
        for (DnsList list : of(ListKind.LINKS)) {
            Set<String> asked = new HashSet<>();
            hosts.stream()
                    .limit(MOST_HOSTS)
                    .map(host -> Subject.link(host, list.zone()))
                    .map(subject -> new Subject(subject.text(), subject.labels().stream().filter(asked::add).toList()))
                    .forEach(subject -> askings.addAll(askings(list, subject)));
        }
        return Begun.begin(threads, clock, askings);
    }

    /** {@return one result for each list and subject: listed, if any answer says so that may be believed} */
    public static List<ListResult> together(List<ListResult> results) {
        Map<List<String>, Optional<ListResult>> worst = results.stream()
                .collect(Collectors.groupingBy(result -> List.of(result.zone(), result.subject()),
                        LinkedHashMap::new, Collectors.reducing(DnsLists::graver)));
        return worst.values().stream().map(Optional::orElseThrow).toList();
    }

    private static ListResult graver(ListResult one, ListResult other) {
        return rank(other) > rank(one) ? other : one;
    }

    private static int rank(ListResult result) {
        return switch (result) {
            case NotListed none -> 0;
            case Unanswered unanswered -> 1;
            case Listing listing -> 2;
            case Broken broken -> 3;
        };
    }

    /** {@return the lists that are not believed now, and why} */
    public Map<DnsList, Sentence> broken() {
        return trials.broken();
    }

    /** {@return whether there is a list of this kind} */
    public boolean has(ListKind kind) {
        return lists.stream().anyMatch(list -> list.kind() == kind);
    }

    private List<DnsList> of(ListKind kind) {
        return lists.stream().filter(list -> list.kind() == kind).toList();
    }

    private List<Asking<ListResult>> askings(DnsList list, Subject subject) {
        return subject.labels()
                .stream()
                .map(labels -> new Asking<ListResult>(() -> ask(list, subject.text(), labels),
                        why -> new Unanswered(list.zone(), subject.text(), why)))
                .toList();
    }

    private ListResult ask(DnsList list, String subject, String labels) {
        return switch (trials.of(list)) {
            case Trial.Failed(Sentence why) -> new Broken(list.zone(), subject, why.toString());
            case Trial.Open(Sentence why) -> new Unanswered(list.zone(), subject, why.toString());
            case Trial.Sound sound -> known.get(list.kind() + " " + labels + "." + list.zone() + " " + subject,
                    key -> answer(list, subject, labels + "." + list.zone()));
        };
    }

    private ListResult answer(DnsList list, String subject, String name) {
        return switch (dns.ipv4(name)) {
            case AddressAnswer.Found found -> found(list, subject, name, found.addresses());
            case NoSuchDomain none -> new NotListed(list.zone(), subject);
            case NoData none -> new NotListed(list.zone(), subject);
            case Temporary unknown -> new Unanswered(list.zone(), subject, unknown.reason().toString());
        };
    }

    private ListResult found(DnsList list, String subject, String name, List<InetAddress> answers) {
        Optional<Sentence> wrong = Rules.broken(answers);
        if (wrong.isPresent()) {
            trials.failed(list, wrong.get());
            return new Broken(list.zone(), subject, wrong.get().toString());
        }
        String text = dns.texts(name) instanceof TextAnswer.Found found ? found.texts().getFirst() : "";
        return new Listing(list.zone(), subject, answers, text, list.weight(answers));
    }
}
