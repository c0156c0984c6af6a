package org.postern.trust;

import org.postern.assessment.Assessment;
import org.postern.auth.arc.ArcValidator;
import org.postern.auth.dkim.DkimKeys;
import org.postern.auth.dkim.DkimVerifier;
import org.postern.auth.dmarc.Dmarc;
import org.postern.auth.dmarc.TrustedPaths;
import org.postern.auth.spf.Spf;
import org.postern.auth.spf.Zone;
import org.postern.dns.ClientNames;
import org.postern.dns.Memory;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.report.count.DmarcResults;
import org.postern.reputation.ClientLook;
import org.postern.reputation.DnsList;
import org.postern.reputation.DnsLists;
import org.postern.reputation.entry.ListEntry;
import org.postern.reputation.entry.LiveEntries;
import org.postern.reputation.entry.Party;
import org.postern.reputation.entry.PeoplesLists;
import org.postern.reputation.ListKind;
import org.postern.reputation.grey.Contacts;
import org.postern.reputation.grey.Greylist;
import org.postern.reputation.grey.GreylistTimes;
import org.postern.scan.Scanners;

import org.postern.trust.rule.LiveRule;
import org.postern.trust.rule.LiveRules;
import org.postern.config.rule.RuleText;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A gateway that strangers come to, with the lists in its DNS and those of its people. */
final class Strangers {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-01T12:00:00Z"));
    static final Mailbox ANN = new Mailbox("ann", new Domain("here.example"));

    private static final GreylistTimes TIMES = new GreylistTimes(Duration.ofMinutes(5), Duration.ofDays(2),
            Duration.ofDays(35));

    final Zone zone = new Zone();
    final LiveEntries entries = new LiveEntries();
    final Contacts contacts = new Contacts();
    final LiveRules rules = new LiveRules(List.of());
    final List<RuntimeException> failures = new ArrayList<>();
    Instant now = CLOCK.instant();
    Optional<Integer> greylisting = Optional.empty();
    private List<DnsList> lists = List.of();

    /** A list in the DNS that keeps to the rules. */
    void lists(String name, ListKind kind, double weight) {
        zone.knows((kind == ListKind.ADDRESSES ? "2.0.0.127." : "test.") + name, "A", "127.0.0.2");
        lists = Stream.concat(lists.stream(), Stream.of(DnsList.of(name, kind, weight))).toList();
    }

    /** What people say, in place of what they said before. */
    void people(ListEntry.Effect effect, String party, String owner, Optional<Instant> expiry) {
        entries.now(new PeoplesLists(
                List.of(new ListEntry("7", effect, Party.parse(party), owner, "a reason", expiry))));
    }

    /** What an operator wants, in place of what he wanted before: each rule a text of lines divided by semicolons. */
    void rules(String... texts) {
        rules.now(Arrays.stream(texts)
                .map(text -> LiveRule.ofFile(RuleText.of(text.replace(';', '\n')).toRule()))
                .toList());
    }

    static SessionFacts session(String client) {
        return SessionFacts
                .begun("s", "mx", ProtocolRole.MX, "gateway.example",
                        new InetSocketAddress(InetAddress.ofLiteral(client), 2000),
                        new InetSocketAddress(InetAddress.ofLiteral("198.51.100.1"), 25))
                .greeted("client.example", true);
    }

    private ListCheck ofLists() {
        DnsLists asked = new DnsLists(zone, Runnable::run, CLOCK, lists);
        ClientNames nobodys = new ClientNames(zone, one -> false, new Memory<>(CLOCK, name -> Duration.ZERO, 1));
        return new ListCheck(asked, new ClientLook(asked, nobodys, Runnable::run, CLOCK), Runnable::run,
                Duration.ofSeconds(5), CLOCK);
    }

    private Examination examination() {
        DkimKeys keys = new DkimKeys(zone, Runnable::run);
        return new Examination(new SenderCheck(new Spf(zone, CLOCK, "gateway.example"),
                new DkimVerifier(keys, CLOCK), new ArcValidator(keys), new Dmarc(zone), Runnable::run,
                new WaitLimit(Duration.ofSeconds(5), () -> 0), ReadingRoom.inHeap(0)),
                new ReputationCheck(ofLists(), new EntryCheck(entries, CLOCK),
                        new GreylistCheck(new Greylist(contacts, () -> TIMES, () -> now), () -> greylisting,
                                failures::add)),
                () -> new Reading(Optional.empty(), Optional.empty()),
                new Weights(List.of()), () -> new ScorePolicy(5, 10, 20),
                new QuarantineRoom(() -> new QuarantineRoom.Held(0, 0),
                        new QuarantineRoom.Held(3, 1_000_000), CLOCK),
                new RuleCheck(rules, CLOCK, ZoneOffset.UTC),
                new Examination.Choices(true, true, false, TrustedPaths.NONE), DmarcResults.NONE);
    }

    Admission admission(int refuseListed) {
        return new Admission(ofLists(), new EntryCheck(entries, CLOCK), examination(),
                new Admission.Rules(refuseListed, Duration.ofSeconds(6), true));
    }

    /** {@return what becomes of a message to Ann} */
    Examined examined(String client, String sender, String from) throws Exception {
        return examined(client, sender, from, ANN);
    }

    /** {@return what becomes of a message to these} */
    Examined examined(String client, String sender, String from, Mailbox... recipients) throws Exception {
        return examined(session(client), sender, from, recipients);
    }

    Examined examined(SessionFacts session, String sender, String from, Mailbox... recipients) throws Exception {
        return examined(session, sender, "From: <a@" + from + ">\r\nSubject: x\r\n\r\nx\r\n", List.of(recipients));
    }

    Examined examined(SessionFacts session, String sender, String message, List<Mailbox> recipients) throws Exception {
        Envelope envelope = new Envelope(ReversePath.of(new Mailbox("a", new Domain(sender))), Parameters.NONE,
                recipients.stream().map(Recipient::of).toList());
        Content content = Content.of(message.getBytes(StandardCharsets.US_ASCII));
        return examination().examine(session, envelope, content, HeaderSection.of(content), Assessment.NONE,
                new ScannerCheck(new Scanners(List.of(), () -> 0), Runnable::run,
                        () -> new QueueId("0123456789ABCDEF")).ask(session, envelope, content,
                                Assessment.NONE));
    }
}
