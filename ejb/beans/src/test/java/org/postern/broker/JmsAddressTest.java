package org.postern.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.UUID;

class JmsAddressTest {
    @Test
    void aQueueOrATopicIsNamedAsRoutesNameIt() {
        assertThat(JmsAddress.named("jms.queue.orders")).isEqualTo("queue:orders");
        assertThat(JmsAddress.named("jms.topic.prices")).isEqualTo("topic:prices");
        assertThat(JmsAddress.named("orders")).isEqualTo("orders");
        assertThat(JmsAddress.ofNamed("queue:orders")).isEqualTo("jms.queue.orders");
        assertThat(JmsAddress.ofNamed("topic:prices")).isEqualTo("jms.topic.prices");
    }

    @Test
    void onlyWhatNobodyCanGuessIsTemporary() {
        String name = UUID.randomUUID().toString();
        assertThat(JmsAddress.isTemporary(name)).isTrue();
        assertThat(JmsAddress.isTemporary("jms.tempqueue." + name)).isTrue();
        assertThat(JmsAddress.isTemporary("jms.queue." + name)).isFalse();
        assertThat(JmsAddress.isTemporary("jms.queue.orders")).isFalse();
        assertThat(JmsAddress.isTemporary(name + "#")).isFalse();
    }
}
