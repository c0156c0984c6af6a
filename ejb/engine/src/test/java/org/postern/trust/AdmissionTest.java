package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;
import org.postern.receiver.AtCommand;
import org.postern.reputation.entry.ListEntry;
import org.postern.reputation.ListKind;

import java.util.Map;
import java.util.Optional;

/** Whom the gateway does not let in. */
class AdmissionTest {
    private static final Mailbox ANN = Strangers.ANN;
    private static final ReversePath SENDER = ReversePath.of(new Mailbox("a", new Domain("sender.example")));

    private final Strangers strangers = new Strangers();

    AdmissionTest() {
        strangers.lists("bl.example", ListKind.ADDRESSES, 5);
        strangers.lists("wl.example", ListKind.ADDRESSES, -3);
        strangers.zone.knows("66.2.0.192.bl.example", "A", "127.0.0.2");
    }

    private AtCommand mail(String client) {
        return strangers.admission(0).mail(Strangers.session(client), SENDER);
    }

    private AtCommand rcpt(int limit, String client, Mailbox recipient) throws InterruptedException {
        Admission admission = strangers.admission(limit);
        admission.connected(Strangers.session(client));
        assertThat(admission.mail(Strangers.session(client), SENDER)).isEqualTo(AtCommand.ACCEPT);
        return admission.rcpt(Strangers.session(client), SENDER, recipient);
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
        strangers.zone.knows("66.2.0.192.wl.example", "A", "127.0.0.2");
        assertThat(rcpt(5, "192.0.2.66", ANN)).isInstanceOf(AtCommand.Accept.class);
    }

    @Test
    void nobodyIsRefusedForAListThatIsBrokenOrSilent() throws InterruptedException {
        strangers.zone.knows("1.2.0.192.bl.example", "A", "127.0.0.1").knows("2.2.0.192.bl.example", "TIMEOUT");
        assertThat(rcpt(1, "192.0.2.1", ANN)).isInstanceOf(AtCommand.Accept.class);
        assertThat(rcpt(1, "192.0.2.2", ANN)).isInstanceOf(AtCommand.Accept.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.66", "192.0.2.0/24", "a@sender.example", "sender.example", ".example"})
    void whomPeopleBlockIsRefusedAsSoonAsHeSaysWhoHeIs(String party) {
        strangers.people(ListEntry.Effect.BLOCK, party, ListEntry.ALL, Optional.empty());
        AtCommand refused = mail("192.0.2.66");
        assertThat(refused).isInstanceOf(AtCommand.Reject.class);
        assertThat(((AtCommand.Reject) refused).reply()).isEqualTo(TrustReplies.BLOCKED);
        assertThat(((AtCommand.Reject) refused).reason().toString()).startsWith("entry 7, ")
                .endsWith(": a reason; rule block");
        assertThat(strangers.entries.take()).isEqualTo(Map.of("7", 1L));
    }

    @Test
    void anEntryThatIsOverBlocksNobody() {
        strangers.people(ListEntry.Effect.BLOCK, "sender.example", ListEntry.ALL,
                Optional.of(Strangers.CLOCK.instant()));
        assertThat(mail("192.0.2.66")).isInstanceOf(AtCommand.Accept.class);
    }

    @Test
    void aRecipientsEntryBlocksForHimAlone() throws InterruptedException {
        strangers.people(ListEntry.Effect.BLOCK, "sender.example", "ann@here.example", Optional.empty());
        assertThat(rcpt(0, "192.0.2.1", ANN)).isInstanceOf(AtCommand.Reject.class);
        assertThat(rcpt(0, "192.0.2.1", new Mailbox("bob", new Domain("here.example"))))
                .isInstanceOf(AtCommand.Accept.class);
    }

    @Test
    void whoIsAllowedAndAuthenticatesMayWriteAlthoughHeIsListed() throws InterruptedException {
        strangers.people(ListEntry.Effect.ALLOW, "sender.example", ListEntry.ALL, Optional.empty());
        assertThat(rcpt(5, "192.0.2.66", ANN)).isInstanceOf(AtCommand.Reject.class);
        strangers.zone.knows("sender.example", "TXT", "v=spf1 ip4:192.0.2.66 -all");
        assertThat(rcpt(5, "192.0.2.66", ANN)).isInstanceOf(AtCommand.Accept.class);
        strangers.people(ListEntry.Effect.ALLOW, "192.0.2.66", ListEntry.ALL, Optional.empty());
        assertThat(rcpt(5, "192.0.2.66", ANN)).isInstanceOf(AtCommand.Accept.class);
    }
}
