package org.postern.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Message;
import org.postern.mail.QueueId;
import org.postern.policy.check.AuthenticationFilter;
import org.postern.policy.check.Dialogue;
import org.postern.policy.check.LoopFilter;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class FilterChainTest {
    private static final SessionFacts SESSION = Dialogue.session(Dialogue.STRANGER);
    private static final Reason NAMED = Reason.NONE.by("named");
    private static final AtCommand REJECT = new AtCommand.Reject(Reply.of(550, "5.7.1", "no"), NAMED);
    private static final AtCommand DEFER = new AtCommand.Defer(Reply.of(450, "4.7.1", "later"), NAMED);
    private static final Message MESSAGE = new Message(new QueueId("0123456789ABCDEF"), Dialogue.EMPTY,
            Dialogue.content(""));

    private final List<String> asked = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private AtConnect answering(String name, AtCommand verdict) {
        return session -> {
            asked.add(name);
            return verdict;
        };
    }

    private FilterChain chain(Filter... filters) {
        return new FilterChain(List.of(filters), (filter, failure) -> failures.add(failure.getMessage()));
    }

    @Test
    void theFirstThatDoesNotAcceptDecides() {
        FilterChain chain = chain(answering("a", AtCommand.ACCEPT), answering("b", DEFER), answering("c", REJECT));
        assertThat(chain.connect(SESSION)).isEqualTo(DEFER);
        assertThat(asked).containsExactly("a", "b");
    }

    @Test
    void whoIsNotAskedAtAStepDoesNotDecideThere() {
        assertThat(chain(answering("a", REJECT)).helo(SESSION)).isEqualTo(AtCommand.ACCEPT);
        assertThat(chain().connect(SESSION)).isEqualTo(AtCommand.ACCEPT);
    }

    @Test
    void aFilterThatFailsDefersAndIsReported() {
        AtConnect broken = new Named() {
            @Override
            public AtCommand connect(SessionFacts session) {
                throw new IllegalStateException("broken");
            }
        };
        assertThat(chain(broken, answering("b", REJECT)).connect(SESSION)).isEqualTo(
                new AtCommand.Defer(Replies.LOCAL_ERROR, Reason.seen("the rule failed").by("named")));
        assertThat(failures).containsExactly("broken");
        assertThat(asked).isEmpty();
    }

    @Test
    void contentThatCannotBeReadDefers() {
        AtContent unreadable = new AtContent() {
            @Override
            public AtCommand content(SessionFacts session, Envelope envelope, Content content, HeaderSection header)
                    throws IOException {
                throw new IOException("disk");
            }

            @Override
            public String name() {
                return "named";
            }
        };
        assertThat(chain(unreadable).content(SESSION, Dialogue.EMPTY, Dialogue.content(""), Dialogue.header("")))
                .isEqualTo(new AtCommand.Defer(Replies.LOCAL_ERROR, Reason.seen("the rule failed").by("named")));
    }

    @Test
    void onlyMailThatConcernsAFilterIsJudgedLater() throws IOException {
        FilterChain chain = chain(judging("yes", new AfterAcceptance.Park(Reason.seen("odd"))));
        HeaderSection concerned = Dialogue.header("X: yes\n");
        HeaderSection other = Dialogue.header("X: no\n");
        assertThat(chain.concernsLater(Dialogue.EMPTY, other)).isFalse();
        assertThat(chain.afterwards(MESSAGE, other)).isEqualTo(AfterAcceptance.ACCEPT);
        assertThat(chain.concernsLater(Dialogue.EMPTY, concerned)).isTrue();
        assertThat(chain.afterwards(MESSAGE, concerned)).isEqualTo(
                new AfterAcceptance.Park(Reason.seen("odd").by("judging")));
    }

    @Test
    void afterAcceptanceAFailureIsNoVerdict() {
        FilterChain chain = chain(new Judging("yes", AfterAcceptance.ACCEPT) {
            @Override
            public AfterAcceptance judge(Message message, HeaderSection header) {
                throw new IllegalStateException("broken");
            }
        });
        assertThatThrownBy(() -> chain.afterwards(MESSAGE, Dialogue.header("X: yes\n"))).hasMessage("broken");
    }

    @Test
    void theRuleThatDecidedIsNamedInTheReason() {
        FilterChain chain = chain(new AuthenticationFilter(), new LoopFilter(() -> 0));
        assertThat(chain.content(SESSION, Dialogue.EMPTY, Dialogue.content(""), Dialogue.header("Received: x\n")))
                .isEqualTo(new AtCommand.Reject(PolicyReplies.LOOP,
                        new Reason(Optional.of("loop"), Optional.of("the setting policy.received-limit"),
                                Optional.empty())));
    }

    @Test
    void whatTheRulesHaveFoundOfAClientGoesTogether() {
        Symbol one = Symbol.noted("ONE", "1");
        AtConnect finding = new Named() {
            @Override
            public AtCommand connect(SessionFacts session) {
                return AtCommand.ACCEPT;
            }

            @Override
            public Optional<Symbol> finding(SessionFacts session) {
                return Optional.of(one);
            }
        };
        assertThat(chain(finding, answering("b", REJECT)).findings(SESSION)).isEqualTo(Assessment.of(List.of(one)));
    }

    private abstract static class Named implements AtConnect {
        @Override
        public String name() {
            return "named";
        }
    }

    private static Afterwards judging(String value, AfterAcceptance verdict) {
        return new Judging(value, verdict);
    }

    private static class Judging implements Afterwards {
        private final String value;
        private final AfterAcceptance verdict;

        Judging(String value, AfterAcceptance verdict) {
            this.value = value;
            this.verdict = verdict;
        }

        @Override
        public boolean concerns(Envelope envelope, HeaderSection header) {
            return header.first("X").filter(value::equals).isPresent();
        }

        @Override
        public AfterAcceptance judge(Message message, HeaderSection header) {
            return verdict;
        }
    }
}
