package org.postern.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import org.junit.jupiter.api.Test;

class BrokerFaultTest {
    /** Named as Artemis names it; the class itself is seen by the server alone. */
    private static class ActiveMQAddressFullException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static class ActiveMQInterruptedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static class ActiveMQDuplicateIdException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static JMSException caused(Exception cause) {
        JMSException failure = new JMSException("commit failed");
        failure.initCause(new IllegalStateException(cause));
        return failure;
    }

    @Test
    void readsTheCauseBelowTheFailure() {
        assertThat(BrokerFault.of(caused(new ActiveMQAddressFullException()))).isEqualTo(BrokerFault.FULL);
        assertThat(BrokerFault.of(caused(new ActiveMQInterruptedException()))).isEqualTo(BrokerFault.STUCK);
        assertThat(BrokerFault.of(caused(new ActiveMQDuplicateIdException()))).isEqualTo(BrokerFault.DUPLICATE);
    }

    @Test
    void onlyWhatTheBrokerSaysItselfIsSurelyNotDone() {
        assertThat(BrokerFault.FULL.isRefusal()).isTrue();
        assertThat(BrokerFault.DUPLICATE.isRefusal()).isTrue();
        assertThat(BrokerFault.STUCK.isRefusal()).isFalse();
        assertThat(BrokerFault.GONE.isRefusal()).isFalse();
    }

    @Test
    void everythingElseMeansGone() {
        assertThat(BrokerFault.of(caused(new InterruptedException()))).isEqualTo(BrokerFault.GONE);
        assertThat(BrokerFault.of(new JMSException("closed"))).isEqualTo(BrokerFault.GONE);
    }
}
