package org.postern.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.postern.smtp.EnhancedStatus;
import org.postern.smtp.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

class ClassifierTest {
    private final Classifier classifier = Classifier.standard();

    @ParameterizedTest
    @CsvFileSource(resources = "replies.txt", delimiter = '|')
    void knowsWhatServersSay(String expected, int code, String text) {
        int space = text.indexOf(' ');
        String first = space < 0 ? text : text.substring(0, space);
        Reply reply = first.matches("[45]\\.\\d{1,3}\\.\\d{1,3}") && first.charAt(0) - '0' == code / 100
                ? Reply.of(code, first, text.substring(space + 1))
                : Reply.of(code, text);
        assertThat(classifier.of(reply))
                .isEqualTo(BounceClass.valueOf(expected.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    @Test
    void goesByTheStatusOfAReportWithoutWords() {
        assertThat(classifier.of(Optional.of(new EnhancedStatus(5, 1, 1)), "")).isEqualTo(BounceClass.BAD_MAILBOX);
        assertThat(classifier.of(Optional.empty(), "")).isEqualTo(BounceClass.OTHER);
    }

    @Test
    void takesTheFirstRuleThatMatches() {
        Classifier two = new Classifier(List.of(Rule.parse("spam 5.7.1 bad ... word"), Rule.parse("policy x.7.*")));
        assertThat(two.of(Reply.of(550, "5.7.1", "a bad, bad word"))).isEqualTo(BounceClass.SPAM);
        assertThat(two.of(Reply.of(550, "5.7.1", "word, bad"))).isEqualTo(BounceClass.POLICY);
        assertThat(two.of(Reply.of(450, "4.7.1", "a bad word"))).isEqualTo(BounceClass.POLICY);
    }

    @Test
    void asksForWholeWordsUnlessToldOtherwise() {
        assertThat(WordPattern.parse("spam").isIn(WordPattern.normal("no spammer here"))).isFalse();
        assertThat(WordPattern.parse("spam*").isIn(WordPattern.normal("no spammer here"))).isTrue();
        assertThat(WordPattern.parse("over quota").isIn(WordPattern.normal("Over-Quota!"))).isTrue();
    }

    @Test
    void isNotHeldUpByWhatItReads() {
        assertThat(classifier.of(Reply.of(550, "user ".repeat(200_000)))).isEqualTo(BounceClass.BAD_MAILBOX);
    }

    @Test
    void refusesARuleThatIsNone() {
        assertThatThrownBy(() -> Rule.parse("spam 9.9")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rule.parse("nonsense *")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rule.parse("spam * a ... ")).isInstanceOf(IllegalArgumentException.class);
    }
}
