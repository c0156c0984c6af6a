package org.postern.answer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TemporaryTopic;
import jakarta.jms.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.reflect.Proxy;

/** What stands in JMSReplyTo is not to be believed. */
class ReplyAddressTest {
    private static final String GUESSED_BY_NOBODY = "4f1d27a0-3b0e-11f1-9d0a-0242ac110002";

    private static <T extends Destination> T named(Class<T> type, String name) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (destination, asked, none) -> name));
    }

    @ParameterizedTest
    @CsvSource({"orders.answers, jms.queue.orders.answers", "A_1-b, jms.queue.A_1-b"})
    void aQueueIsCalledAsOneToWhichRoutesMayLead(String name, String address) throws JMSException {
        assertThat(ReplyAddress.of(named(Queue.class, name))).get()
                .isInstanceOfSatisfying(ReplyAddress.Named.class,
                        named -> assertThat(named.address()).isEqualTo(address));
    }

    @Test
    void aTopicIsOneToo() throws JMSException {
        assertThat(ReplyAddress.of(named(Topic.class, "news"))).get()
                .isInstanceOfSatisfying(ReplyAddress.Named.class,
                        named -> assertThat(named.address()).isEqualTo("jms.topic.news"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postern.outgoing", "postern.submit", "a::postern.dead", "jms.queue.a::b", "#", "a*",
            "a b", "queue://a", "a?b=c", "a/b"})
    void noQueueIsCalledSo(String name) throws JMSException {
        assertThat(ReplyAddress.of(named(Queue.class, name))).isEmpty();
        assertThat(ReplyAddress.of(named(Topic.class, name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {GUESSED_BY_NOBODY, "jms.tempqueue." + GUESSED_BY_NOBODY})
    void whatIsTemporaryHasANameThatNobodyGuesses(String name) throws JMSException {
        assertThat(ReplyAddress.of(named(TemporaryQueue.class, name))).containsInstanceOf(ReplyAddress.Temporary.class);
        assertThat(ReplyAddress.of(named(TemporaryTopic.class, name))).containsInstanceOf(ReplyAddress.Temporary.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "jms.queue.postern.dead", "jms.queue.orders", "postern.outgoing",
            "jms.tempqueue.orders"})
    void nothingElseIsTemporary(String name) throws JMSException {
        assertThat(ReplyAddress.of(named(TemporaryQueue.class, name))).isEmpty();
    }
}
