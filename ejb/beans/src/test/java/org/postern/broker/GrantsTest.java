package org.postern.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.broker.Grants.Grant;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.DynamicMBean;
import javax.management.JMException;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Which role may do what, by the settings of the broker. */
class GrantsTest {
    private static final List<Grant> GRANTS = List.of(new Grant("#", "application", true, true),
            new Grant("jms.queue.postern.#", "nobody", false, false),
            new Grant("jms.queue.postern.submit", "application", true, false),
            new Grant("jms.queue.*.secret", "vault", false, true));

    @ParameterizedTest
    @CsvSource({"jms.queue.orders, application, application", "jms.queue.postern.dead, '', ''",
            "jms.queue.postern.submit, '', application", "jms.queue.a.secret, vault, ''",
            "jms.topic.news, application, application"})
    void theMostExactSettingCounts(String address, String readers, String writers) {
        assertThat(String.join(" ", Grants.roles(address, GRANTS, Grant::consume))).isEqualTo(readers);
        assertThat(String.join(" ", Grants.roles(address, GRANTS, Grant::send))).isEqualTo(writers);
    }

    @Test
    void whatTheServerSaysIsReadOnceInTenSeconds() throws JMException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH.plusSeconds(1_000));
        Grants grants = new Grants(now::get);
        ManagedGrant said = new ManagedGrant();
        ObjectName name = new ObjectName(
                "jboss.as:subsystem=messaging-activemq,server=default,security-setting=\"#\",role=application");
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        assertThat(grants.writers("jms.queue.orders")).isEmpty();
        server.registerMBean(said, name);
        try {
            assertThat(grants.writers("jms.queue.orders")).as("nothing known is asked for again")
                    .containsExactly("application");
            int before = said.asked.get();
            assertThat(grants.writers("jms.queue.bills")).containsExactly("application");
            assertThat(grants.readers("jms.queue.bills")).containsExactly("application");
            assertThat(said.asked).hasValue(before);
            said.may = false;
            now.updateAndGet(time -> time.plusSeconds(10));
            assertThat(grants.writers("jms.queue.orders")).isEmpty();
        } finally {
            server.unregisterMBean(name);
        }
    }

    /** A security setting as the server's management shows it. */
    private static final class ManagedGrant implements DynamicMBean {
        private final AtomicInteger asked = new AtomicInteger();
        private boolean may = true;

        @Override
        public Object getAttribute(String attribute) {
            asked.incrementAndGet();
            return may;
        }

        @Override
        public void setAttribute(Attribute attribute) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AttributeList getAttributes(String[] attributes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AttributeList setAttributes(AttributeList attributes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object invoke(String action, Object[] parameters, String[] signature) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MBeanInfo getMBeanInfo() {
            return new MBeanInfo(ManagedGrant.class.getName(), "a setting", null, null, null, null);
        }
    }

    @Test
    void whereNothingIsSaidNobodyMay() {
        assertThat(Grants.roles("jms.queue.orders", List.of(), Grant::send)).isEmpty();
        assertThat(new Grants(InstantSource.system()).writers("jms.queue.orders")).isEmpty();
    }
}
