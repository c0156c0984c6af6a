package org.postern.sink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.Misbehaviour;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;

import java.util.List;
import java.util.stream.IntStream;

class AnswersTest {
    private static Recipient recipient(int number) {
        return Recipient.of(new Mailbox("user" + number, new Domain("sink.example")));
    }

    private static List<Integer> codes(Misbehaviour misbehaviour, String seed, int attempt) {
        Answers answers = new Answers(misbehaviour, seed, attempt);
        return IntStream.range(0, 10_000).mapToObj(i -> answers.of(recipient(i)).reply().code()).toList();
    }

    private static long share(List<Integer> codes, int code) {
        return codes.stream().filter(one -> one == code).count();
    }

    @Test
    void takesAllThatComesWhereItBehaves() {
        Answers answers = new Answers(Misbehaviour.NONE, "<1@client.example>", 1);
        assertThat(answers.isCut()).isFalse();
        assertThat(answers.of(recipient(1))).isInstanceOf(Diagnosis.Taken.class);
    }

    @Test
    void putsOffAndRefusesAsManyAsItIsToldTo() {
        List<Integer> codes = codes(Misbehaviour.parse("defer=20%,refuse=5%"), "<1@client.example>", 1);
        assertThat(share(codes, 450)).isBetween(1800L, 2200L);
        assertThat(share(codes, 550)).isBetween(400L, 600L);
        assertThat(share(codes, 250)).isEqualTo(10_000 - share(codes, 450) - share(codes, 550));
    }

    @Test
    void saysTheSameAgainToTheSameAndMayThinkBetterOfItTheNextTime() {
        Misbehaviour half = Misbehaviour.parse("defer=50%");
        List<Integer> first = codes(half, "<1@client.example>", 1);
        assertThat(codes(half, "<1@client.example>", 1)).isEqualTo(first);
        List<Integer> second = codes(half, "<1@client.example>", 2);
        assertThat(IntStream.range(0, 10_000).filter(i -> first.get(i) == 450 && second.get(i) == 250).count())
                .isBetween(2200L, 2800L);
    }

    @Test
    void cutsTheConnectionForAsManyMessagesAsItIsToldTo() {
        Misbehaviour tenth = Misbehaviour.parse("cut=10%");
        long cut = IntStream.range(0, 10_000)
                .filter(i -> new Answers(tenth, "<" + i + "@client.example>", 1).isCut())
                .count();
        assertThat(cut).isBetween(850L, 1150L);
        assertThat(Answers.cut()).isInstanceOf(Diagnosis.Uncertain.class);
        assertThat(Answers.cut().reply().isTransient()).isTrue();
    }
}
