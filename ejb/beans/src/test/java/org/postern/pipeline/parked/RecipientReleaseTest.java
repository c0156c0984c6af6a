package org.postern.pipeline.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postern.pipeline.parked.RecipientRelease.Outcome.BUSY;
import static org.postern.pipeline.parked.RecipientRelease.Outcome.GONE;
import static org.postern.pipeline.parked.RecipientRelease.Outcome.RELEASED;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.event.Event;
import org.postern.event.EventSource;
import org.postern.mail.Domain;
import org.postern.mail.QueueIds;
import org.postern.notice.NoSignatures;
import org.postern.notice.NoticeComposer;
import org.postern.pipeline.letters.Receipts;
import org.postern.queue.MailQueue;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.Posting;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;
import org.postern.store.parked.ManyParked;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;

class RecipientReleaseTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final EventSource EVENTS = new EventSource(CLOCK, new QueueIds(CLOCK, new Random(1)));
    private static final Symbol SPAM = Symbol.noted("A", "");

    private final ManyParked parked = new ManyParked();
    private final List<Posting> posted = new ArrayList<>();
    private final List<Event> told = new ArrayList<>();
    private boolean away;
    private final MailQueue queue = new MailQueue() {
        @Override
        public void post(List<Posting> mail, List<Event> events) throws QueueUnavailableException {
            if (away) {
                throw new QueueUnavailableException("away", false, new IllegalStateException());
            }
            posted.addAll(mail);
            told.addAll(events);
        }

        @Override
        public void tell(List<Event> events) {
            throw new UnsupportedOperationException();
        }
    };
    private final RecipientRelease release = by(parked.waiting());

    private RecipientRelease by(WaitingMail waiting) {
        return new RecipientRelease(waiting, new ReleasedMail(queue,
                new Receipts(new NoticeComposer(new Domain("gateway.example"), 1000, NoSignatures.SIGNER),
                        new QueueIds(CLOCK, new Random(2)), EVENTS),
                EVENTS, CLOCK), CLOCK);
    }

    /** {@return the same mail, where this happens just before a message is changed; what it says is how many can be} */
    private WaitingMail meanwhile(Callable<Optional<Integer>> before) {
        return (WaitingMail) Proxy.newProxyInstance(WaitingMail.class.getClassLoader(), new Class<?>[]{
                WaitingMail.class}, (proxy, method, arguments) -> {
                    Optional<Integer> changed = method.getName().equals("change") ? before.call() : Optional.empty();
                    return changed.isPresent() ? changed.get() : method.invoke(parked.waiting(), arguments);
                });
    }

    private ParkedSummary line() {
        return parked.waiting().list(ParkedQuery.first(1)).getFirst();
    }

    @Test
    void hisCopyGoesAndTheOthersGoOnWaiting() throws Exception {
        parked.quarantine("k", SPAM, "Bob@two.example", "cid@two.example");
        assertThat(release.release("k", "two.example/bob", "bob")).isEqualTo(RELEASED);
        assertThat(posted).singleElement().satisfies(posting -> {
            assertThat(posting.mail().message().envelope().recipients())
                    .extracting(recipient -> recipient.mailbox().toString())
                    .containsExactly("Bob@two.example");
            assertThat(posting.mail().arrival().assessment().verdict()).isEqualTo(Verdict.RELEASED);
        });
        assertThat(told).hasSize(1);
        assertThat(line().firstRecipient()).isEqualTo("cid@two.example");
        assertThat(line().due()).isEmpty();
        assertThat(release.isHeld("k", "two.example/bob")).isFalse();
        assertThat(release.release("k", "two.example/bob", "bob")).isEqualTo(GONE);
        assertThat(posted).hasSize(1);
    }

    @Test
    void whoIsTheOnlyOneHasItReleasedAsAPersonWould() throws Exception {
        parked.quarantine("k", SPAM, "bob@two.example");
        assertThat(release.release("k", "two.example/bob", "bob")).isEqualTo(RELEASED);
        assertThat(line().due()).contains(NOW);
        assertThat(release.release("k", "two.example/bob", "bob")).isEqualTo(GONE);
        assertThat(posted).isEmpty();
    }

    @Test
    void whatTheQueueDoesNotTakeGoesOnWaitingForAll() {
        parked.quarantine("k", SPAM, "bob@two.example", "cid@two.example");
        away = true;
        assertThatThrownBy(() -> release.release("k", "two.example/bob", "bob"))
                .isInstanceOf(QueueUnavailableException.class);
        assertThat(line().recipients()).isEqualTo(2);
    }

    @Test
    void nobodyReleasesMalwareNorWhatARuleHoldsNorWhatIsNotHisNorWhatIsNotThere() throws Exception {
        parked.quarantine("k", new Symbol("FILE_PROGRAM", 4, "a.exe"), "bob@two.example");
        assertThat(release.release("k", "two.example/bob", "bob")).isEqualTo(GONE);
        assertThat(release.release("k", "two.example/cid", "cid")).isEqualTo(GONE);
        parked.quarantineBy("invoices", "r", "bob@two.example");
        assertThat(release.release("r", "two.example/bob", "bob")).isEqualTo(GONE);
        assertThat(release.isHeld("r", "two.example/bob")).isFalse();
        assertThat(release.release("no", "two.example/bob", "bob")).isEqualTo(GONE);
        assertThat(line().due()).isEmpty();
    }

    @Test
    void whatAnotherHasInHandIsNotGone() throws Exception {
        parked.quarantine("k", SPAM, "bob@two.example", "cid@two.example");
        RecipientRelease second = by(meanwhile(() -> Optional.of(0)));
        assertThat(second.release("k", "two.example/bob", "bob")).isEqualTo(BUSY);
        assertThat(line().recipients()).isEqualTo(2);
        RecipientRelease late = by(meanwhile(() -> {
            parked.waiting().drop(List.of("k"), dropped -> {
            });
            return Optional.empty();
        }));
        assertThat(late.release("k", "two.example/bob", "bob")).isEqualTo(GONE);
    }

    @Test
    void whoBecomesTheOnlyOneMeanwhileHasItAllTheSame() throws Exception {
        parked.quarantine("k", SPAM, "bob@two.example", "cid@two.example");
        RecipientRelease second = by(meanwhile(() -> {
            assertThat(release.release("k", "two.example/cid", "cid")).isEqualTo(RELEASED);
            return Optional.empty();
        }));
        assertThat(second.release("k", "two.example/bob", "bob")).isEqualTo(RELEASED);
        assertThat(line().firstRecipient()).isEqualTo("bob@two.example");
        assertThat(line().due()).contains(NOW);
        assertThat(posted).hasSize(1);
    }
}
