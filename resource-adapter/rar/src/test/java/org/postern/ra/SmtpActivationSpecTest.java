package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.function.Consumer;

class SmtpActivationSpecTest {
    private static SmtpActivationSpec with(Consumer<SmtpActivationSpec> change) {
        SmtpActivationSpec spec = new SmtpActivationSpec();
        change.accept(spec);
        return spec;
    }

    private static void refuses(Consumer<SmtpActivationSpec> change, String... words) {
        SmtpActivationSpec spec = with(change);
        assertThatIllegalArgumentException().isThrownBy(spec::settings).satisfies(e -> {
            assertThat(e.getMessage()).contains(words);
        });
        assertThatCode(spec::validate).as("a server that starts must not exit").doesNotThrowAnyException();
    }

    @Test
    void itsDefaultsAreUsable() {
        assertThatCode(() -> new SmtpActivationSpec().settings()).doesNotThrowAnyException();
    }

    @Test
    void byDefaultOnlyThisHostIsServed() {
        assertThat(new SmtpActivationSpec().settings().address().bind()).isEqualTo("127.0.0.1");
    }

    @Test
    void timesAreInSecondsAndAsLongAsTheStandardAsks() {
        ListenerSettings.Patience patience = new SmtpActivationSpec().settings().patience();

        assertThat(patience.command()).isEqualTo(Duration.ofMinutes(5));
        assertThat(patience.data()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void aGreetingNameIsFoundWhereNoneIsGiven() {
        assertThat(new SmtpActivationSpec().settings().greetingName()).isNotBlank();
    }

    @Test
    void portZeroSwitchesTheListenerOff() {
        assertThat(with(s -> s.setPort("0")).settings().isOff()).isTrue();
    }

    @Test
    void whatIsWrongIsNamedWithItsLimits() {
        refuses(s -> s.setPort("65536"), "port is 65536", "-1 to 65535");
        refuses(s -> s.setPort("-2"), "port is -2");
        refuses(s -> s.setPort("smtp"), "port is 'smtp'", "number");
        refuses(s -> s.setMaxRecipients("99"), "maxRecipients is 99", "100");
        refuses(s -> s.setMaxSessions("0"), "maxSessions is 0");
        refuses(s -> s.setCommandTimeout("0"), "commandTimeout is 0");
        refuses(s -> s.setMemoryThreshold("-1"), "memoryThreshold is -1");
        refuses(s -> s.setBindAddress(" "), "bindAddress");
        refuses(s -> s.setListenerName("a,b"), "listenerName");
        refuses(s -> s.setTls("ssl"), "tls 'ssl'", "none, starttls or implicit");
        refuses(s -> s.setProxyProtocol("true"), "proxyProtocol", "proxies");
        refuses(s -> s.setXclientNetworks("127.0.0.1/33"), "xclientNetworks", "127.0.0.1/33");
        refuses(s -> s.setXclientNetworks("localhost"), "xclientNetworks", "localhost");
        refuses(s -> s.setProxies("127.0.0.1, 10.0.0.1/8"), "proxies", "10.0.0.1/8", "bits set");
    }

    @Test
    void aRoleThatIsToComeIsRefusedInPlainWords() {
        refuses(s -> s.setProtocolRole("smtps"), "'smtps' is unknown", "mx, submission, lmtp");
    }
}
