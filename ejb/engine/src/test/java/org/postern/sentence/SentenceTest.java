package org.postern.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

class SentenceTest {
    private static final List<String> PIECES = List.of("{0}", "{1}", "{2}", "{3}", "{0,number,#}", "{1}{0}", "}", "''",
            "'", "''{1}''",
            " of ", "x", "\u00e4", "", "{0,choice,0#none|1#one|1<many}");
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

    /** What is said of mail is said without it where it can be. */
    @Test
    void saysWhatMessageFormatSays() {
        Random random = new Random(20261130);
        for (int i = 0; i < 20_000; i++) {
            Sentence sentence = any(random, 2);
            assertThat(sentence).as(sentence.form() + " with " + sentence.values()).hasToString(formatted(sentence));
        }
    }

    private static Sentence any(Random random, int depth) {
        StringBuilder english = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
            english.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        boolean hasNumber = english.indexOf("0,") >= 0;
        List<Object> values = new ArrayList<>();
        for (int more = 1 + random.nextInt(3); more > 0; more--) {
            int kind = random.nextInt(depth == 0 ? 4 : 6);
            if ((hasNumber && values.isEmpty()) || kind == 0) {
                values.add(random.nextLong(-3, 12_345));
            } else {
                values.add(kind < 4 ? PIECES.get(random.nextInt(PIECES.size())) : any(random, depth - 1));
            }
        }
        return Sentence.form("any", english.toString()).with(values.toArray());
    }

    private static String formatted(Sentence sentence) {
        Object[] values = sentence.values()
                .stream()
                .map(value -> value instanceof Sentence part ? formatted(part) : value)
                .toArray();
        return new MessageFormat(sentence.form().english(), Locale.ENGLISH).format(values);
    }

    @Test
    void isHeardInTheTextThatItIsInEnglish() {
        Sentence.Form route = Sentence.form("route", "for {0} to {1}");
        assertThat(route.heardIn("for a to b to c")).contains(route.with("a", "b to c"));
        assertThat(route.heardIn("for  to ")).contains(route.with("", ""));
        assertThat(Sentence.form("many", "{0} messages").heardIn("3 messages")).map(Sentence::values)
                .contains(List.of("3"));
        assertThat(Sentence.form("on", "on").heardIn("on")).isPresent();
    }

    @Test
    void isNotHeardInAnyOther() {
        Sentence.Form route = Sentence.form("route", "for {0} to {1}");
        assertThat(route.heardIn("For a to b")).isEmpty();
        assertThat(route.heardIn("for a")).isEmpty();
        assertThat(route.heardIn("")).isEmpty();
        assertThat(Sentence.form("on", "on").heardIn("one")).isEmpty();
        assertThat(Sentence.form("overlap", "a {0} a").heardIn("a a")).isEmpty();
        assertThat(DAYS.heardIn("ends in 1 day")).isEmpty();
    }
}
