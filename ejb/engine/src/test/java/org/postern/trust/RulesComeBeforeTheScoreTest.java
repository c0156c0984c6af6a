package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.receiver.Reason;
import org.postern.reputation.ListKind;
import org.postern.reputation.entry.ListEntry.Effect;
import org.postern.reputation.entry.ListEntry;
import org.postern.smtp.Reply;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

class RulesComeBeforeTheScoreTest {
    private static final String HONEST = "192.0.2.1";
    private static final String FORGER = "192.0.2.66";
    private final Strangers gateway = new Strangers();

    @BeforeEach
    void aDomainThatSaysWhoMaySend() {
        gateway.zone.knows("sender.example", "SPF", "v=spf1 ip4:192.0.2.1 -all");
        gateway.zone.knows("sender.example", "TXT", "v=spf1 ip4:192.0.2.1 -all");
        gateway.zone.knows("_dmarc.sender.example", "TXT", "v=DMARC1; p=reject");
    }

    private Examined examined(String client) throws Exception {
        return gateway.examined(client, "sender.example", "sender.example");
    }

    private void isListedWith(String client, double weight) {
        String reversed = String.join(".", List.of(client.split("\\.")).reversed());
        gateway.lists("list.example", ListKind.ADDRESSES, weight);
        gateway.zone.knows(reversed + ".list.example", "A", "127.0.0.2");
    }

    @Test
    void aSenderThatHasAuthenticatedPassesWhateverTheScoreAndAForgeryOfItDoesNot() throws Exception {
        isListedWith(HONEST, 50);
        assertThat(examined(HONEST).assessment().verdict()).isEqualTo(Verdict.REFUSE);
        gateway.rules("name=partner;action=accept;author=sender.example;comment=our bank");
        Examined passed = examined(HONEST);
        assertThat(passed.refusal()).isEmpty();
        assertThat(passed.assessment().verdict()).isEqualTo(Verdict.ACCEPT);
        assertThat(passed.assessment().reason()).isEqualTo(Reason.seen("our bank").by("partner"));
        assertThat(passed.assessment().symbols()).contains(Symbol.noted("RULE_PARTNER", "accepted: our bank"));
        assertThat(examined(FORGER).refusal()).contains(TrustReplies.DMARC_FAILED);
    }

    @Test
    void whatARuleAcceptsIsNotGreylistedEither() throws Exception {
        isListedWith(HONEST, 8);
        gateway.greylisting = Optional.of(4);
        assertThat(examined(HONEST).refusal()).contains(TrustReplies.GREYLISTED);
        gateway.rules("name=partner;action=accept;author=sender.example");
        assertThat(examined(HONEST).refusal()).isEmpty();
    }

    @Test
    void whomPeopleBlockNoRuleLetsIn() throws Exception {
        gateway.people(Effect.BLOCK, "sender.example", ListEntry.ALL, Optional.empty());
        gateway.rules("name=partner;action=accept;author=sender.example");
        assertThat(examined(HONEST).refusal()).contains(TrustReplies.BLOCKED);
    }

    @Test
    void aRuleRefusesInItsOwnWordsAndPutsOff() throws Exception {
        gateway.rules("name=no;action=refuse;author=sender.example;text=Write to our other address");
        assertThat(examined(HONEST).refusal()).contains(Reply.of(550, "5.7.1", "Write to our other address"));
        gateway.rules("name=later;action=defer;client=192.0.2.0/24");
        Examined deferred = examined(HONEST);
        assertThat(deferred.refusal()).contains(TrustReplies.COME_AGAIN);
        assertThat(deferred.assessment().verdict()).isEqualTo(Verdict.DEFER);
        assertThat(deferred.assessment().reason()).isEqualTo(Reason.seen("put off by a rule").by("later"));
    }

    @Test
    void aRuleSeesWhatChecksHaveFound() throws Exception {
        gateway.rules("name=unsigned;action=quarantine;symbol=DKIM_NONE;authentication=dmarc=pass;text=look at it");
        Examined aside = examined(HONEST);
        assertThat(aside.assessment().verdict()).isEqualTo(Verdict.QUARANTINE);
        assertThat(aside.orders().decided()).isTrue();
        assertThat(aside.assessment().reason()).isEqualTo(Reason.seen("rule unsigned: look at it").by("unsigned"));
    }

    @Test
    void whatRulesAddCountsInTheScoreAndStandsBesideTheRest() throws Exception {
        gateway.rules("name=more;action=score;score=6;header=Subject: x", "name=team;action=mark;field=X-Team: a",
                "name=copy;action=copy;to=eve@here.example");
        Examined marked = examined(HONEST);
        assertThat(marked.assessment().verdict()).isEqualTo(Verdict.MARK);
        assertThat(marked.assessment().score()).isEqualTo(5.5);
        assertThat(marked.assessment().reason().evidence().orElseThrow()).contains("RULE_MORE 6");
        assertThat(new String(marked.orders().octets(), StandardCharsets.US_ASCII)).isEqualTo("X-Team: a\r\n");
        assertThat(marked.orders().envelope().orElseThrow().recipients()).hasSize(2);
    }

    @Test
    void whoHasOurConfidenceAndApplicationsMeetRulesToo() throws Exception {
        gateway.rules("name=no;action=refuse;header=Subject: x;sender=sender.example",
                "name=aside;action=quarantine;header=Subject: x");
        RuleCheck check = new RuleCheck(gateway.rules, Strangers.CLOCK, ZoneOffset.UTC);
        Envelope envelope = new Envelope(ReversePath.NULL, Parameters.NONE, List.of(Recipient.of(Strangers.ANN)));
        Content content = Content.of("Subject: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        HeaderSection header = HeaderSection.of(content);
        assertThat(check.trusted(Strangers.session(HONEST), envelope, content, header, Assessment.NONE)
                .assessment()
                .verdict()).isEqualTo(Verdict.QUARANTINE);
        Envelope refused = envelope.from(ReversePath.of(Strangers.ANN));
        assertThat(check.ofApplication(refused, content, header).assessment().verdict())
                .isEqualTo(Verdict.QUARANTINE);
        gateway.rules();
        assertThat(check.ofApplication(envelope, content, header).assessment()).isEqualTo(Assessment.NONE);
    }
}
