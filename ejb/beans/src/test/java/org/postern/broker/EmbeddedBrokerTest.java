package org.postern.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmbeddedBrokerTest {
    @Test
    void whatNoManagementKnowsIsNotOurs() {
        EmbeddedBroker broker = new EmbeddedBroker();
        assertThat(broker.isOurs()).isFalse();
        assertThat(broker.all("postern.outgoing")).isEmpty();
        assertThat(broker.hidden("postern.outgoing")).isEmpty();
    }
}
