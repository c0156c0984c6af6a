package org.postern.policy.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.QuestionRule;
import org.postern.config.rule.QuestionRule.Step;
import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Envelope;
import org.postern.policy.PolicyReplies;
import org.postern.policy.check.Dialogue;
import org.postern.receiver.AtCommand;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

class QuestionFilterTest {
    private static final SessionFacts SESSION = Dialogue.greeted(Dialogue.STRANGER, "client.example");

    private final List<Question> asked = new ArrayList<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private Instant now = Instant.parse("2026-11-30T10:00:00Z");
    private final QuestionFilter filter = filter(rule("shop.example", Step.RCPT, "shop"),
            rule(".example", Step.RCPT, "all"), rule("shop.example", Step.DATA, "shop"),
            rule("office.example", Step.DATA, "office"));

    private QuestionFilter filter(QuestionRule... rules) {
        return new QuestionFilter(List.of(rules), this::answer, () -> now);
    }

    private static QuestionRule rule(String recipients, Step step, String application) {
        return new QuestionRule(RecipientPattern.parse(recipients), step, application, Duration.ofSeconds(1),
                Duration.ofMinutes(1), 1);
    }

    private Answer answer(Question question) {
        asked.add(question);
        return answers.getOrDefault(question.rule().application(), new Answer.Accept());
    }

    private AtCommand rcpt(String recipient) {
        return filter.rcpt(SESSION, Dialogue.EMPTY, Dialogue.to(recipient));
    }

    private AtCommand data(String content, String... recipients) throws IOException {
        Envelope envelope = Dialogue.EMPTY.to(Arrays.stream(recipients).map(Dialogue::to).toList());
        return filter.content(SESSION, envelope, Dialogue.content(content), Dialogue.header(content));
    }

    private List<String> queues() {
        return asked.stream().map(question -> question.rule().queue()).toList();
    }

    private static Reply reply(AtCommand verdict) {
        return switch (verdict) {
            case AtCommand.Reject reject -> reject.reply();
            case AtCommand.Defer defer -> defer.reply();
            case AtCommand.Accept accept -> throw new AssertionError("it was accepted");
        };
    }

    @Test
    void theFirstRuleForARecipientSaysWhoIsAsked() {
        assertThat(rcpt("alice@shop.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(rcpt("alice@other.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(rcpt("alice@nobody.test")).isEqualTo(AtCommand.ACCEPT);
        assertThat(queues()).containsExactly("questions.shop", "questions.all");
        assertThat(asked.getFirst().envelope().recipients()).containsExactly(Dialogue.to("alice@shop.example"));
    }

    @Test
    void whatAnApplicationRefusesIsRefusedInItsWords() {
        answers.put("shop", Answer.of("reject We have no such customer"));
        assertThat(reply(rcpt("alice@shop.example"))).isEqualTo(Reply.of(550, "5.1.1", "We have no such customer"));
        answers.put("all", Answer.of("REJECT"));
        assertThat(reply(rcpt("alice@other.example"))).isEqualTo(PolicyReplies.NO_SUCH_MAILBOX);
    }

    @Test
    void whoIsSilentOrCannotBeUnderstoodPutsMailOff() {
        answers.put("shop", new Answer.Silence("no answer in time"));
        AtCommand verdict = rcpt("alice@shop.example");
        assertThat(reply(verdict)).isEqualTo(PolicyReplies.NO_ANSWER);
        assertThat(((AtCommand.Defer) verdict).reason()).hasToString("asked application shop; no answer in time");
        answers.put("shop", Answer.of("maybe"));
        assertThat(reply(rcpt("alice@shop.example"))).isEqualTo(PolicyReplies.NO_ANSWER);
        answers.put("shop", Answer.of("defer Stocktaking until noon"));
        assertThat(reply(rcpt("alice@shop.example"))).isEqualTo(Reply.of(451, "4.3.0", "Stocktaking until noon"));
    }

    @Test
    void anAnswerCountsForAWhileUnlessItIsNone() {
        answers.put("shop", Answer.of("reject"));
        rcpt("alice@shop.example");
        answers.put("shop", Answer.of("accept"));
        assertThat(reply(rcpt("alice@shop.example"))).isEqualTo(PolicyReplies.NO_SUCH_MAILBOX);
        now = now.plusSeconds(61);
        assertThat(rcpt("alice@shop.example")).isEqualTo(AtCommand.ACCEPT);
        answers.put("shop", new Answer.Silence("away"));
        rcpt("bob@shop.example");
        answers.put("shop", Answer.of("accept"));
        assertThat(rcpt("bob@shop.example")).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void thePostmasterIsNobodysToRefuse() {
        answers.put("shop", Answer.of("reject"));
        assertThat(rcpt("postmaster@shop.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(asked).isEmpty();
    }

    @Test
    void eachApplicationWithARecipientInTheMessageIsAskedOnceWithItsHeader() throws IOException {
        String content = "Subject: two chairs\nX: y\n\nbody\n";
        assertThat(data(content, "a@shop.example", "b@shop.example", "c@office.example")).isEqualTo(AtCommand.ACCEPT);
        assertThat(queues()).containsExactly("questions.shop", "questions.office");
        assertThat(asked.getFirst().header())
                .isEqualTo("Subject: two chairs\r\nX: y\r\n");
        assertThat(asked.getFirst().size()).isEqualTo(content.replace("\n", "\r\n").length());
        assertThat(asked.getFirst().envelope().recipients()).hasSize(3);
        answers.put("shop", Answer.of("reject No chairs here"));
        assertThat(reply(data(content, "a@shop.example", "c@office.example")))
                .isEqualTo(Reply.of(550, "5.7.1", "No chairs here"));
        assertThat(queues()).hasSize(3);
    }

    @Test
    void noMoreSessionsWaitThanMay() throws InterruptedException {
        CountDownLatch asking = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        QuestionFilter slow = new QuestionFilter(List.of(rule("shop.example", Step.RCPT, "shop")), question -> {
            asking.countDown();
            try {
                answered.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Answer.Accept();
        }, () -> now);
        Thread first = Thread
                .startVirtualThread(() -> slow.rcpt(SESSION, Dialogue.EMPTY, Dialogue.to("a@shop.example")));
        asking.await();
        AtCommand second = slow.rcpt(SESSION, Dialogue.EMPTY, Dialogue.to("b@shop.example"));
        answered.countDown();
        first.join();
        assertThat(reply(second)).isEqualTo(PolicyReplies.NO_ANSWER);
        assertThat(((AtCommand.Defer) second).reason().toString()).contains("as many sessions wait for it as may");
        assertThat(slow.rcpt(SESSION, Dialogue.EMPTY, Dialogue.to("c@shop.example"))).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void wordsThatReachAClientAreOneLineOfAscii() {
        assertThat(Answer.of("reject Fr\u00FChst\u00FCck\r\n250 ok")).isEqualTo(new Answer.Reject("Fr?hst?ck??250 ok"));
        assertThat(((Answer.Reject) Answer.of("reject " + "x".repeat(500))).words()).hasSize(Answer.LONGEST);
    }
}
