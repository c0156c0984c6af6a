package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.ra.tls.TlsClient;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Path;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** What the application server does to the adapter, and what is seen of it. */
class SmtpResourceAdapterTest {
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final FakeEndpoints endpoints = new FakeEndpoints(new Inbox());
    @TempDir
    private Path keys;
    private SmtpActivationSpec mx;
    private SmtpActivationSpec internal;
    private final SmtpResourceAdapter adapter = new SmtpResourceAdapter();

    private SmtpActivationSpec spec(String name) {
        SmtpActivationSpec spec = new SmtpActivationSpec();
        spec.setListenerName(name);
        spec.setGreetingName(name + ".example");
        spec.setPort("-1");
        spec.setDrainTimeout("1");
        spec.setTlsHome(keys.toString());
        return spec;
    }

    @BeforeEach
    void start() {
        mx = spec("mx-under-test");
        internal = spec("internal-under-test");
        adapter.start(null);
        adapter.endpointActivation(endpoints, mx);
        adapter.endpointActivation(endpoints, internal);
    }

    @AfterEach
    void stop() {
        adapter.stop();
    }

    private Object tells(SmtpActivationSpec spec, String attribute) throws JMException {
        return beans.getAttribute(nameOf(spec), attribute);
    }

    private static ObjectName nameOf(SmtpActivationSpec spec) throws JMException {
        return new ObjectName("org.postern:type=SmtpListener,name=" + spec.getListenerName());
    }

    private int portOf(SmtpActivationSpec spec) throws JMException {
        return (int) tells(spec, "Port");
    }

    private static String greetingAt(int port) throws IOException {
        try (Client client = new Client(port)) {
            return client.reply();
        }
    }

    @Test
    void eachActivationHasAPortOfItsOwn() throws Exception {
        assertThat(greetingAt(portOf(mx))).startsWith("220 mx-under-test.example");
        assertThat(greetingAt(portOf(internal))).startsWith("220 internal-under-test.example");
    }

    @Test
    void theManagementViewTellsHowItStands() throws Exception {
        assertThat(tells(mx, "State")).isEqualTo("OPEN");
        assertThat(tells(mx, "ProtocolRole")).isEqualTo("mx");
        assertThat(tells(mx, "Error")).isEqualTo("");
        try (Client client = new Client(portOf(mx))) {
            client.reply();
            assertThat(tells(mx, "Sessions")).isEqualTo(1);
        }
        assertThat(tells(mx, "SessionsBegun")).isEqualTo(1L);
    }

    @Test
    void theManagementViewTellsOfEachSession() throws Exception {
        try (Client client = new Client(portOf(mx))) {
            client.reply();
            client.ask("EHLO client.example");
            client.ask("STARTTLS");
            client.secure(new TlsClient());
            client.ask("EHLO inside.example");
            Eventually.is(() -> sessions().length == 1 && sessions()[0].get("stage").equals("idle"));
            CompositeData session = sessions()[0];
            assertThat(session.get("reference").toString()).isNotBlank();
            assertThat(session.get("client")).isEqualTo("127.0.0.1");
            assertThat(session.get("helo")).isEqualTo("inside.example");
            assertThat(session.get("tls")).isEqualTo("TLSv1.3");
            assertThat(session.get("identity")).isEqualTo("");
            assertThat((long) session.get("octets")).isEqualTo(52);
        }
        Eventually.is(() -> sessions().length == 0);
    }

    private CompositeData[] sessions() {
        try {
            return (CompositeData[]) tells(mx, "SessionList");
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void suspendAndResumeKeepThePorts() throws Exception {
        int port = portOf(mx);
        adapter.endpointDeactivation(endpoints, mx);
        adapter.endpointDeactivation(endpoints, internal);
        assertThat(tells(mx, "State")).isEqualTo("SUSPENDED");
        assertThat(greetingAt(port)).startsWith("421 4.3.2");

        adapter.endpointActivation(endpoints, mx);
        adapter.endpointActivation(endpoints, internal);
        assertThat(portOf(mx)).isEqualTo(port);
        assertThat(greetingAt(port)).startsWith("220");
    }

    @Test
    void theFirstDeactivationStopsNewSessionsEverywhere() throws Exception {
        adapter.endpointDeactivation(endpoints, mx);
        assertThat(greetingAt(portOf(internal))).startsWith("421 4.3.2");
    }

    @Test
    void aSecondDeactivationDoesNothing() throws Exception {
        adapter.endpointDeactivation(endpoints, mx);
        adapter.endpointDeactivation(endpoints, mx);
        assertThat(tells(mx, "State")).isEqualTo("SUSPENDED");
    }

    @Test
    void stoppingFreesThePortsAndTheNextStartTakesThemAgain() throws Exception {
        int port = portOf(mx);
        adapter.stop();
        assertThat(beans.isRegistered(nameOf(mx))).isFalse();
        mx.setPort(String.valueOf(port));
        SmtpResourceAdapter next = new SmtpResourceAdapter();
        next.start(null);
        try {
            next.endpointActivation(endpoints, mx);
            assertThat(greetingAt(port)).startsWith("220");
        } finally {
            next.stop();
        }
    }

    @Test
    void anActivationWithOtherSettingsReplacesTheOldListener() throws Exception {
        adapter.endpointDeactivation(endpoints, mx);
        SmtpActivationSpec changed = spec("mx-under-test");
        changed.setGreetingName("other.example");
        adapter.endpointActivation(endpoints, changed);
        assertThat(greetingAt(portOf(mx))).startsWith("220 other.example");
    }

    @Test
    void aPortInUseDoesNotFailTheActivation() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            SmtpActivationSpec blocked = spec("blocked-under-test");
            blocked.setPort(String.valueOf(other.getLocalPort()));
            blocked.setBindAddress("0.0.0.0");
            assertThatCode(() -> adapter.endpointActivation(endpoints, blocked)).doesNotThrowAnyException();
            assertThat(tells(blocked, "State")).isEqualTo("BINDING");
            assertThat(tells(blocked, "Port")).isEqualTo(0);
            assertThat((String) tells(blocked, "Error")).contains("in use");
        }
    }

    @Test
    void aWrongSettingDoesNotFailTheActivationButStartsNothing() throws Exception {
        SmtpActivationSpec wrong = spec("wrong-under-test");
        wrong.setProtocolRole("pop3");
        assertThatCode(() -> adapter.endpointActivation(endpoints, wrong)).doesNotThrowAnyException();
        assertThat(tells(wrong, "State")).isEqualTo("REFUSED");
        assertThat((String) tells(wrong, "Error")).contains("'pop3' is unknown");
        adapter.endpointDeactivation(endpoints, wrong);
        assertThat(beans.isRegistered(nameOf(wrong))).isFalse();
    }

    @Test
    void portZeroStartsNothing() throws Exception {
        SmtpActivationSpec off = spec("off-under-test");
        off.setPort("0");
        adapter.endpointActivation(endpoints, off);
        assertThat(beans.isRegistered(nameOf(off))).isFalse();
    }
}
