package org.postern.trust.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose mail a rule is about: said is enough against it, and proved is demanded for it. */
class WhoseMailTest {
    private final Mails mail = new Mails();

    @Test
    void aClientLiesInANetwork() {
        assertThat(mail.meets("client=192.0.2.0/24")).isTrue();
        assertThat(mail.meets("client=198.51.100.0/24;client=192.0.2.1")).isTrue();
        assertThat(mail.meets("client=2001:db8::/32")).isFalse();
        assertThat(mail.meets("client=192.0.2.0/24;client=!192.0.2.1")).isFalse();
        assertThat(mail.meets("client=!198.51.100.0/24")).isTrue();
    }

    @Test
    void aUserHasLoggedIn() {
        assertThat(mail.meets("user=*")).isFalse();
        assertThat(mail.meets("user=!*")).isTrue();
        mail.user = Optional.of("Ann");
        assertThat(mail.meets("user=ann")).isTrue();
        assertThat(mail.meets("user=*")).isTrue();
        assertThat(mail.meets("user=bob")).isFalse();
    }

    @Test
    void anApplicationIsNoClientAndNoUser() {
        mail.isOfApplication = true;
        mail.isExamined = false;
        assertThat(mail.meets("sender=sender.example")).isTrue();
        assertThat(mail.meets("client=0.0.0.0/0")).isFalse();
        assertThat(mail.meets("client=!10.0.0.0/8")).isFalse();
        assertThat(mail.meets("user=*")).isFalse();
        assertThat(mail.meets("refuse", "sender=sender.example")).isFalse();
        assertThat(mail.meets("defer", "sender=sender.example")).isFalse();
    }

    @Test
    void aSenderIsTakenAtItsWordAgainstItself() {
        assertThat(mail.meets("refuse", "sender=sender.example")).isTrue();
        assertThat(mail.meets("refuse", "sender=.example")).isTrue();
        assertThat(mail.meets("refuse", "sender=<>")).isFalse();
        assertThat(mail.meets("refuse", "author=ann@sender.example")).isTrue();
        assertThat(mail.meets("refuse", "author=other.example")).isFalse();
        mail.sender = "";
        assertThat(mail.meets("refuse", "sender=<>")).isTrue();
    }

    @Test
    void aSenderSpeaksForItselfWhereItIsProvedAlone() {
        assertThat(mail.meets("accept", "sender=sender.example")).isFalse();
        assertThat(mail.meets("accept", "author=sender.example")).isFalse();
        mail.proved = Set.of("other.example");
        assertThat(mail.meets("accept", "author=sender.example")).isFalse();
        mail.proved = Set.of("sender.example");
        assertThat(mail.meets("accept", "sender=sender.example")).isTrue();
        assertThat(mail.meets("accept", "author=sender.example")).isTrue();
    }

    @Test
    void aWeightThatSpeaksForMailWantsProofToo() {
        mail.with("action=score;score=-5;author=sender.example").with("action=score;score=5;author=sender.example");
        assertThat(mail.ruled().assessment().score()).isEqualTo(5);
        mail.proved = Set.of("sender.example");
        assertThat(mail.ruled().assessment().score()).isEqualTo(0);
    }

    @Test
    void nobodyIsSparedForWhatHeMerelySays() {
        assertThat(mail.meets("refuse", "author=!sender.example")).isTrue();
        assertThat(mail.meets("refuse", "sender=!sender.example")).isTrue();
        mail.proved = Set.of("sender.example");
        assertThat(mail.meets("refuse", "author=!sender.example")).isFalse();
        assertThat(mail.meets("refuse", "sender=!sender.example")).isFalse();
    }

    @Test
    void whatIsExcludedFromAFavourIsSoByItsWord() {
        mail.proved = Set.of("other.example");
        assertThat(mail.meets("accept", "client=192.0.2.1;author=!sender.example")).isFalse();
    }

    @Test
    void ofSeveralAuthorsNoneIsProved() {
        mail.proved = Set.of("sender.example");
        mail.header = "From: ann@sender.example, eve@evil.example\n";
        assertThat(mail.meets("accept", "author=sender.example")).isFalse();
        assertThat(mail.meets("refuse", "author=evil.example")).isTrue();
        mail.header = "From: ann@sender.example\nFrom: eve@evil.example\n";
        assertThat(mail.meets("accept", "author=sender.example")).isFalse();
        assertThat(mail.meets("refuse", "author=evil.example")).isTrue();
    }

    @Test
    void whoHasOurConfidenceIsTakenAtHisWord() {
        mail.isExamined = false;
        assertThat(mail.meets("accept", "author=sender.example")).isTrue();
        assertThat(mail.meets("refuse", "author=!sender.example")).isFalse();
    }

    @Test
    void oneRecipientIsEnoughAgainstMailAndAllAreNeededForIt() {
        mail.recipients = List.of("bob@here.example", "carl@there.example");
        assertThat(mail.meets("refuse", "recipient=here.example")).isTrue();
        assertThat(mail.meets("refuse", "recipient=else.example")).isFalse();
        assertThat(mail.meets("accept", "recipient=here.example")).isFalse();
        assertThat(mail.meets("accept", "recipient=here.example;recipient=there.example")).isTrue();
        assertThat(mail.meets("refuse", "recipient=!here.example;recipient=!there.example")).isFalse();
    }

    @Test
    void inAFieldThatIsNotUnderstoodEachAddressCountsAgainstItAndNoneForIt() {
        mail.proved = Set.of("here.example", "evil.example");
        mail.header = "From: \"Boss\" <boss@here.example> x\n";
        assertThat(mail.meets("refuse", "author=here.example")).isTrue();
        assertThat(mail.meets("accept", "author=here.example")).isFalse();
        mail.header = "From: boss@here.example <x@evil.example>\n";
        assertThat(mail.meets("refuse", "author=here.example")).isTrue();
        assertThat(mail.meets("refuse", "author=evil.example")).isTrue();
        assertThat(mail.meets("accept", "author=evil.example")).isFalse();
    }

    @Test
    void reportsAreSparedWhereARuleSaysSo() {
        assertThat(mail.meets("refuse", "sender=!<>")).isTrue();
        mail.sender = "";
        assertThat(mail.meets("refuse", "sender=!<>")).isFalse();
        assertThat(mail.meets("accept", "sender=<>")).isFalse();
    }

    @Test
    void aSymbolOfARuleSpeaksForMailWhereThatRulesPartiesAreProved() {
        mail.with("action=score;score=0;sender=sender.example")
                .with("action=score;score=0;symbol=RULE_RULE_1")
                .with("action=accept;symbol=RULE_RULE_2");
        assertThat(mail.ruled().decision()).isEmpty();
        mail.proved = Set.of("sender.example");
        assertThat(mail.ruled().decision()).isPresent();
    }
}
