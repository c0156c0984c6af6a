package org.postern.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postern.broker.Holding;
import org.postern.broker.ReceivedMail;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.ReversePath;
import org.postern.queue.Arrival;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.QueuedMail;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class TakingTest {
    private static final Message MESSAGE = (Message) Proxy.newProxyInstance(Message.class.getClassLoader(),
            new Class<?>[]{Message.class}, (proxy, method, arguments) -> {
                throw new AssertionError(method + " is not for this to ask");
            });

    private final List<String> told = new ArrayList<>();
    private final ReceivedMail mail = new ReceivedMail("ID:1", QueuedMail.of(new org.postern.mail.Message(
            new QueueId("0123456789ABCDEF"), new Envelope(ReversePath.NULL, Parameters.NONE, List.of()),
            Content.of(new byte[0])), Arrival.at(Instant.EPOCH)), holding());

    private Holding holding() {
        return new Holding() {
            @Override
            public void dealtWith() {
                told.add("dealt with");
            }

            @Override
            public void close() {
                told.add("closed");
            }
        };
    }

    private void take(Taking.Work work) {
        new Taking((message, queue) -> Optional.of(mail)).take(MESSAGE, "queue", () -> told.add("waited"), work);
    }

    @AfterEach
    void noInterruptIsLeft() {
        Thread.interrupted();
    }

    @Test
    void givesTheContentBackWhenTheWorkIsDone() {
        take(received -> told.add("worked"));
        assertThat(told).containsExactly("waited", "worked", "dealt with", "closed");
    }

    @Test
    void whateverARuleThrowsTheMailIsGoodAndComesAgain() {
        for (RuntimeException thrown : List.of(new IllegalArgumentException("a rule's"),
                new IllegalStateException("a store's"),
                new NullPointerException())) {
            told.clear();
            assertThatThrownBy(() -> take(received -> {
                throw thrown;
            })).isSameAs(thrown);
            assertThat(told).containsExactly("waited", "closed");
        }
    }

    @Test
    void comesAgainWhereAQueueOrADiskFails() {
        assertThatThrownBy(() -> take(received -> {
            throw new QueueUnavailableException("full", true, new IllegalStateException());
        })).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> take(received -> {
            throw new IOException("unreadable");
        })).isInstanceOf(RuntimeException.class);
        assertThat(told).doesNotContain("dealt with");
    }

    @Test
    void doesNothingWithWhatWasPutAside() {
        new Taking((message, queue) -> Optional.empty()).take(MESSAGE, "queue", () -> told.add("waited"),
                received -> told.add("worked"));
        assertThat(told).containsExactly("waited");
    }

    @Test
    void anInterruptIsKeptForWhoeverStopsIt() {
        assertThatThrownBy(() -> take(received -> {
            throw new InterruptedException();
        })).isInstanceOf(RuntimeException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
}
