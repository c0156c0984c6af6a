package org.postern.admin.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.admin.learn.SomeLearning;
import org.postern.admin.trust.Notebook;
import org.postern.content.teach.InMemoryLearning;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;
import org.postern.store.parked.ManyParked;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** What is learnt of mail, or who is put on a list for it, when the rest of the act is done, and not before. */
class ParkedActsTest {
    private final ManyParked parked = new ManyParked();
    private final Notebook entries = new Notebook();
    private final InMemoryLearning samples = new InMemoryLearning();
    private boolean isAway;
    private final WaitingMail waiting = (WaitingMail) Proxy.newProxyInstance(WaitingMail.class.getClassLoader(),
            new Class<?>[]{WaitingMail.class}, (proxy, method, arguments) -> {
                if (isAway && Set.of("drop", "bringForward").contains(method.getName())) {
                    throw new QueueUnavailableException("the queues are away", false, new IllegalStateException());
                }
                try {
                    return method.invoke(parked.waiting(), arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
    private final ParkedActs acts = new ParkedActs(waiting, null, null,
            SomeLearning.desk(samples, waiting),
            new SenderLists(waiting, entries.desk()), InstantSource.system());

    @BeforeEach
    void park() {
        parked.quarantineContent("one", "From: ann@authors.example\r\n\r\nx\r\n");
        parked.quarantineContent("two", "From: a@one.example, b@one.example\r\n\r\ny\r\n");
    }

    @Test
    void whatCannotBeRecordedPutsNobodyOnAListAndTeachesNothing() {
        isAway = true;
        assertThatExceptionOfType(QueueUnavailableException.class)
                .isThrownBy(() -> acts.carryOut(new ParkedAct.DropAndBlock(), List.of("one"), "alice"));
        assertThatExceptionOfType(QueueUnavailableException.class)
                .isThrownBy(() -> acts.carryOut(new ParkedAct.DropAsSpam(), List.of("one"), "alice"));
        assertThat(entries.entries()).isEmpty();
        assertThat(samples.counts()).isEmpty();
    }

    @Test
    void whereOneOfThemNamesNoSenderNothingIsDoneToAny() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> acts.carryOut(new ParkedAct.ReleaseAndAllow(), List.of("one", "two"), "alice"));
        assertThat(entries.entries()).isEmpty();
    }

    @Test
    void whatIsDoneIsLearntAndListed() throws QueueUnavailableException {
        assertThat(acts.carryOut(new ParkedAct.ReleaseAndAllow(), List.of("one"), "alice")).isEqualTo(1);
        assertThat(entries.entries()).hasSize(1);
        assertThat(acts.carryOut(new ParkedAct.ReleaseAsHam(), List.of("gone", "one"), "alice")).isEqualTo(1);
        assertThat(samples.counts().values()).containsExactly(1L);
        assertThat(acts.carryOut(new ParkedAct.ReleaseAndAllow(), List.of("gone"), "alice")).isZero();
    }
}
