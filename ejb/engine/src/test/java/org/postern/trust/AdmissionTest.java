package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.auth.arc.ArcValidator;
import org.postern.auth.dkim.DkimKeys;
import org.postern.auth.dkim.DkimVerifier;
import org.postern.auth.dmarc.Dmarc;
import org.postern.auth.dmarc.TrustedPaths;
import org.postern.auth.spf.Spf;
import org.postern.auth.spf.Zone;
import org.postern.dns.ClientNames;
import org.postern.dns.Memory;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;
import org.postern.receiver.AtCommand;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.reputation.ClientLook;
import org.postern.reputation.DnsList;
import org.postern.reputation.DnsLists;
import org.postern.reputation.ListKind;
import org.postern.reputation.entry.ListEntry;
import org.postern.reputation.entry.LiveEntries;
import org.postern.reputation.entry.Party;
import org.postern.reputation.entry.PeoplesLists;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom the gateway does not let in. */
class AdmissionTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-01T12:00:00Z"));
    private static final Mailbox ANN = new Mailbox("ann", new Domain("here.example"));

    private static final ReversePath SENDER = ReversePath.of(new Mailbox("a", new Domain("sender.example")));

    private final Zone zone = new Zone().knows("2.0.0.127.bl.example", "A", "127.0.0.2")
            .knows("2.0.0.127.wl.example", "A", "127.0.0.2")
            .knows("66.2.0.192.bl.example", "A", "127.0.0.2");

    private final LiveEntries entries = new LiveEntries();

    private Admission admission(int limit) {
        DnsLists lists = new DnsLists(zone, Runnable::run, CLOCK,
                List.of(DnsList.of("bl.example", ListKind.ADDRESSES, 5),
                        DnsList.of("wl.example", ListKind.ADDRESSES, -3)));
        ClientNames nobodys = new ClientNames(zone, one -> false, new Memory<>(CLOCK, name -> Duration.ZERO, 1));
        ListCheck ofLists = new ListCheck(lists, new ClientLook(lists, nobodys, Runnable::run, CLOCK), Runnable::run,
                Duration.ofSeconds(5), CLOCK);
        EntryCheck ofPeople = new EntryCheck(entries, CLOCK);
        DkimKeys keys = new DkimKeys(zone, Runnable::run);
        Examination examination = new Examination(new SenderCheck(new Spf(zone, CLOCK, "gateway.example"),
                new DkimVerifier(keys, CLOCK), new ArcValidator(keys), new Dmarc(zone), Runnable::run,
                new WaitLimit(Duration.ofSeconds(5), () -> 0)), new ReputationCheck(ofLists, ofPeople),
                () -> new Reading(Optional.empty(), Optional.empty()), new Weights(List.of()), new ScorePolicy(5, 10, 20),
                new QuarantineRoom(() -> 0, 3, CLOCK),
                new Examination.Rules(true, true, false, TrustedPaths.NONE));
        return new Admission(ofLists, ofPeople, examination, limit);
    }

    private static SessionFacts session(String client) {
        return SessionFacts.begun("s", "mx", ProtocolRole.MX, "gateway.example",
                new InetSocketAddress(InetAddress.ofLiteral(client), 2000),
                new InetSocketAddress(InetAddress.ofLiteral("198.51.100.1"), 25));
    }

    private AtCommand mail(String client) {
        return admission(0).mail(session(client), SENDER);
    }

    private AtCommand rcpt(int limit, String client, Mailbox recipient) throws InterruptedException {
        Admission admission = admission(limit);
        admission.connected(session(client));
        assertThat(admission.mail(session(client), SENDER)).isEqualTo(AtCommand.ACCEPT);
        return admission.rcpt(session(client), SENDER, recipient);
    }

    private void people(ListEntry.Effect effect, String party, String owner, Optional<Instant> expiry) {
        entries.now(new PeoplesLists(
                List.of(new ListEntry("7", effect, Party.parse(party), owner, "a reason", expiry))));
    }

    @Test
    void aClientThatIsListedIsRefusedWhereAnOperatorWantsItAndTheReasonNamesTheList() throws InterruptedException {
        assertThat(rcpt(0, "192.0.2.66", ANN)).isInstanceOf(AtCommand.Accept.class);
        assertThat(rcpt(6, "192.0.2.66", ANN)).isInstanceOf(AtCommand.Accept.class);
        AtCommand refused = rcpt(5, "192.0.2.66", ANN);
        assertThat(refused).isInstanceOf(AtCommand.Reject.class);
        assertThat(((AtCommand.Reject) refused).reply()).isEqualTo(TrustReplies.CLIENT_LISTED);
        assertThat(((AtCommand.Reject) refused).reason().toString()).contains("bl.example 127.0.0.2", "rule dns-list");
        assertThat(rcpt(5, "192.0.2.1", ANN)).isInstanceOf(AtCommand.Accept.class);
    }

    @Test
    void thePostmasterCanBeAskedWhy() throws InterruptedException {
        assertThat(rcpt(5, "192.0.2.66", new Mailbox("Postmaster", new Domain("here.example"))))
                .isInstanceOf(AtCommand.Accept.class);
    }

    @Test
    void whatSpeaksForAClientCountsAsWell() throws InterruptedException {
        zone.knows("66.2.0.192.wl.example", "A", "127.0.0.2");
        assertThat(rcpt(5, "192.0.2.66", ANN)).isInstanceOf(AtCommand.Accept.class);
    }

    @Test
    void nobodyIsRefusedForAListThatIsBrokenOrSilent() throws InterruptedException {
        zone.knows("1.2.0.192.bl.example", "A", "127.0.0.1").knows("2.2.0.192.bl.example", "TIMEOUT");
        assertThat(rcpt(1, "192.0.2.1", ANN)).isInstanceOf(AtCommand.Accept.class);
        assertThat(rcpt(1, "192.0.2.2", ANN)).isInstanceOf(AtCommand.Accept.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.66", "192.0.2.0/24", "a@sender.example", "sender.example", ".example"})
    void whomPeopleBlockIsRefusedAsSoonAsHeSaysWhoHeIs(String party) {
        people(ListEntry.Effect.BLOCK, party, ListEntry.ALL, Optional.empty());
        AtCommand refused = mail("192.0.2.66");
        assertThat(refused).isInstanceOf(AtCommand.Reject.class);
        assertThat(((AtCommand.Reject) refused).reply()).isEqualTo(TrustReplies.BLOCKED);
        assertThat(((AtCommand.Reject) refused).reason().toString()).startsWith("entry 7, ")
                .endsWith(": a reason; rule block");
        assertThat(entries.take()).isEqualTo(Map.of("7", 1L));
    }

    @Test
    void anEntryThatIsOverBlocksNobody() {
        people(ListEntry.Effect.BLOCK, "sender.example", ListEntry.ALL, Optional.of(CLOCK.instant()));
        assertThat(mail("192.0.2.66")).isInstanceOf(AtCommand.Accept.class);
    }

    @Test
    void aRecipientsEntryBlocksForHimAlone() throws InterruptedException {
        people(ListEntry.Effect.BLOCK, "sender.example", "ann@here.example", Optional.empty());
        assertThat(rcpt(0, "192.0.2.1", ANN)).isInstanceOf(AtCommand.Reject.class);
        assertThat(rcpt(0, "192.0.2.1", new Mailbox("bob", new Domain("here.example"))))
                .isInstanceOf(AtCommand.Accept.class);
    }

    @Test
    void whoIsAllowedAndAuthenticatesMayWriteAlthoughHeIsListed() throws InterruptedException {
        people(ListEntry.Effect.ALLOW, "sender.example", ListEntry.ALL, Optional.empty());
        assertThat(rcpt(5, "192.0.2.66", ANN)).isInstanceOf(AtCommand.Reject.class);
        zone.knows("sender.example", "TXT", "v=spf1 ip4:192.0.2.66 -all");
        assertThat(rcpt(5, "192.0.2.66", ANN)).isInstanceOf(AtCommand.Accept.class);
        people(ListEntry.Effect.ALLOW, "192.0.2.66", ListEntry.ALL, Optional.empty());
        assertThat(rcpt(5, "192.0.2.66", ANN)).isInstanceOf(AtCommand.Accept.class);
    }
}
