package org.postern.trust;

import org.postern.auth.FromField;
import org.postern.auth.dkim.DkimVerifier;
import org.postern.mail.Domain;
import org.postern.mail.HeaderSection;
import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;
import org.postern.receiver.SessionFacts;
import org.postern.reputation.Begun;
import org.postern.reputation.ClientLook;
import org.postern.reputation.DnsLists;
import org.postern.reputation.ListKind;
import org.postern.reputation.ListResult;
import org.postern.smtp.wire.DomainParser;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/**
 * What lists in the DNS say of strangers: of a client from its connection on, of the domains that it and its message name when the header section is
 * there. Costs nothing where there are no lists.
 */
public final class ListCheck {
    private final DnsLists lists;
    private final ClientLook look;
    private final Duration most;
    private final InstantSource clock;
    private final EarlyAnswers<List<ListResult>> early;

    /**
     * @param executor a thread for each of its tasks, which wait for the DNS
     * @param most how long is waited for all that is said of a client, and for all that is said of the domains of a message
     */
    public ListCheck(DnsLists lists, ClientLook look, Executor executor, Duration most, InstantSource clock) {
        this.lists = lists;
        this.look = look;
        this.most = most;
        this.clock = clock;
        this.early = new EarlyAnswers<>(executor);
    }

    /** Begins to ask about the client. */
    void begin(SessionFacts session) {
        if (hasAny()) {
            early.begin(key(session), question(session));
        }
    }

    /** {@return what lists say of the client, and of its name if that leads back to it} Whoever asks first in a session waits. */
    List<ListResult> ofClient(SessionFacts session) throws InterruptedException {
        return hasAny() ? early.keep(key(session), question(session)).within(most).orElse(List.of()) : List.of();
    }

    /** {@return whether somebody wants to know to which hosts a message leads} */
    private boolean hasLinks() {
        return lists.has(ListKind.LINKS);
    }

    private boolean hasAny() {
        return lists.has(ListKind.ADDRESSES) || lists.has(ListKind.DOMAINS);
    }

    /** A session may speak for one client after another (XCLIENT). */
    private static String key(SessionFacts session) {
        return session.reference() + " " + session.client().getAddress().getHostAddress();
    }

    private Callable<List<ListResult>> question(SessionFacts session) {
        return () -> look.look(session.client().getAddress(), most).results();
    }

    /** {@return the questions about all that a message comes from; they are being asked already} */
    Asked ask(SessionFacts session, ReversePath sender, HeaderSection header) {
        List<Domain> domains = lists.has(ListKind.DOMAINS) ? domains(session, sender, header) : List.of();
        return new Asked(session, lists.begin(domains), clock.instant().plus(most));
    }

    private static List<Domain> domains(SessionFacts session, ReversePath sender, HeaderSection header) {
        List<Domain> domains = new ArrayList<>();
        sender.mailbox().map(Mailbox::domain).ifPresent(domains::add);
        session.helo().flatMap(name -> DomainParser.parse(name).toOptional()).ifPresent(domains::add);
        domains.addAll(DkimVerifier.claimed(header));
        header.all("From")
                .forEach(field -> FromField.mailboxes(field)
                        .ifPresent(authors -> authors.forEach(author -> domains.add(author.domain()))));
        return domains;
    }

    /** What was asked about one message. */
    final class Asked {
        private final SessionFacts session;
        private final Begun<ListResult> ofDomains;
        private final Instant end;
        private Optional<Begun<ListResult>> ofLinks = Optional.empty();
        private Instant endOfLinks = Instant.MIN;

        private Asked(SessionFacts session, Begun<ListResult> ofDomains, Instant end) {
            this.session = session;
            this.ofDomains = ofDomains;
            this.end = end;
        }

        /** {@return the same reading, which begins to ask to where the message leads where anybody knows} */
        Reading heard(Reading reading) {
            return hasLinks() ? reading.telling(this::links) : reading;
        }

        /** They are known late, and have all the time before them. */
        private void links(Set<String> hosts) {
            ofLinks = Optional.of(lists.beginLinks(hosts));
            endOfLinks = clock.instant().plus(most);
        }

        /** {@return what was answered in time} */
        ListFindings join() throws InterruptedException {
            List<ListResult> ofClient = ofClient(session);
            List<ListResult> domains = DnsLists.together(ofDomains.join(end));
            return new ListFindings(ofClient, domains,
                    ofLinks.isPresent() ? DnsLists.together(ofLinks.get().join(endOfLinks)) : List.of());
        }

        /** Nobody waits for the answers any more. */
        void cancel() {
            ofDomains.cancel();
            ofLinks.ifPresent(Begun::cancel);
        }
    }
}
