package org.postern.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class SentenceTest {
    private static final Sentence.Form DAYS = Sentence.form("days", "ends in {0,choice,0#{0} days|1#1 day|1<{0} days}");

    @Test
    void countsInEnglish() {
        assertThat(DAYS.with(0L)).hasToString("ends in 0 days");
        assertThat(DAYS.with(1L)).hasToString("ends in 1 day");
        assertThat(DAYS.with(1234L)).hasToString("ends in 1,234 days");
    }

    @Test
    void hasOthersInIt() {
        assertThat(Sentence.form("both", "{0}, and it {1}").with("'a' {0}", DAYS.with(1L)))
                .hasToString("'a' {0}, and it ends in 1 day");
    }

    @Test
    void changesTheTextsInItAndNothingElse() {
        Sentence said = Sentence.form("mail", "mail for {0}: {1}")
                .with("x@b", Sentence.joined("; ", List.of(
                        Sentence.asItIs("y@b"), DAYS.with(1L))));
        assertThat(said.worded(text -> text.replace("@b", "@…"))).hasToString("mail for x@…: y@…; ends in 1 day");
    }

    @Test
    void leavesWhatOthersHaveSaidAsItIs() {
        Sentence said = Sentence.asItIs("550 {0} can't");
        assertThat(said).hasToString("550 {0} can't");
        assertThat(said.isAsItIs()).isTrue();
        assertThat(Sentence.form("can", "It can't.").with()).hasToString("It can't.");
    }
}
