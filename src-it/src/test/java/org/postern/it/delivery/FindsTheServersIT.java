package org.postern.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.RecordingServer;

import java.io.IOException;

/** Which servers are asked, and what becomes of mail when there are none, or none now (RFC 5321, 5.1). */
@Outside.Shared
class FindsTheServersIT {
    @Test
    @Scenario(when = "the best exchanger is down", then = "the next one takes it, in the same attempt", trace = "the exchanger that took it; attempt 1")
    void theNextBestIsAskedAtOnce(Outside outside) throws IOException {
        outside.dns().mx("best-down.example", 10, "down.example").a("down.example", outside.nobodysAddress());
        RecordingServer second = outside.exchanger("best-down.example", 20, "second.best-down.example");
        RecordingServer third = outside.exchanger("best-down.example", 30, "third.best-down.example");
        Sent sent = outside.hand("best down", "b@best-down.example");
        assertThat(sent.delivered()).contains("second.best-down.example", "attempt 1").doesNotContain("Deferred");
        assertThat(second.received()).hasSize(1);
        assertThat(third.connections()).isZero();
    }

    @Test
    @Scenario(when = "the best exchanger greets with 554", then = "the next one takes it, in the same attempt", trace = "the exchanger that took it; attempt 1")
    void whoDoesNotWantUsIsNotTheLastOne(Outside outside) throws IOException {
        RecordingServer unwilling = outside.exchanger("unwilling.example")
                .alwaysSays(RecordingServer.CONNECT, "554 5.3.2 no SMTP service here");
        RecordingServer second = outside.exchanger("unwilling.example", 20, "second.unwilling.example");
        assertThat(outside.hand("unwilling", "b@unwilling.example").delivered()).contains("second.unwilling.example")
                .doesNotContain("Deferred");
        assertThat(unwilling.connections()).isEqualTo(1);
        assertThat(unwilling.commands("EHLO")).isEmpty();
        assertThat(second.received()).hasSize(1);
    }

    @Test
    @Scenario(when = "the only exchanger greets with 554", then = "fails at once", sender = "failed, with the 554", trace = "the 554")
    void whoeverRefusesUsIsBelieved(Outside outside) throws IOException {
        outside.exchanger("refuses-us.example").alwaysSays(RecordingServer.CONNECT, "554 5.7.1 you are not welcome");
        Sent sent = outside.hand("refuses us", "b@refuses-us.example");
        assertThat(sent.report().text()).contains("Action: failed", "554 5.7.1 you are not welcome");
        assertThat(sent.trace("Failed")).contains("554 5.7.1 you are not welcome");
    }

    @Test
    @Scenario(when = "all exchangers are down, until the time of the message is over", then = "given up", sender = "failed, 4.4.7, with the last 4.4.1", trace = "each attempt with 4.4.1; given up")
    void allDownIsGivenUpInTheEnd(Outside outside) throws IOException {
        for (int preference = 10; preference <= 20; preference += 10) {
            String host = "mx" + preference + ".all-down.example";
            outside.dns().mx("all-down.example", preference, host).a(host, outside.nobodysAddress());
        }
        Sent sent = outside.hand("all down", "b@all-down.example");
        assertThat(sent.report().text()).contains("Action: failed", "Status: 4.4.7", "451 4.4.1 no session with");
        assertThat(sent.trace("given up")).contains("451 4.4.1 no session with");
    }

    @Test
    @Scenario(when = "the domain has a null MX (RFC 7505)", then = "fails at once", sender = "failed, 5.1.10", trace = "556 5.1.10")
    void aNullMxFailsAtOnce(Outside outside) throws IOException {
        outside.dns().nullMx("null-mx.example").a("null-mx.example", outside.nobodysAddress());
        Sent sent = outside.hand("null mx", "b@null-mx.example");
        assertThat(sent.report().text()).contains("Action: failed", "Status: 5.1.10");
        assertThat(sent.trace("Failed")).contains("556 5.1.10").doesNotContain("Deferred");
    }

    @Test
    @Scenario(when = "the domain does not exist", then = "fails at once", sender = "failed, 5.1.2", trace = "550 5.1.2")
    void aDomainThatDoesNotExistFailsAtOnce(Outside outside) throws IOException {
        Sent sent = outside.hand("no such domain", "b@no-such-domain.example");
        assertThat(sent.report().text()).contains("Action: failed", "Status: 5.1.2", "no-such-domain.example");
        assertThat(sent.trace("Failed")).contains("550 5.1.2");
    }

    @Test
    @Scenario(when = "the DNS answers SERVFAIL, and rightly later", then = "waits, then delivered", trace = "451 4.4.3, and the domain")
    void aBrokenDnsMeansLater(Outside outside) throws IOException {
        outside.dns().serverFailure("servfail.example");
        Sent sent = outside.hand("servfail", "b@servfail.example");
        assertThat(sent.trace("451 4.4.3")).contains("looking up servfail.example failed");
        outside.dns().forget("servfail.example");
        RecordingServer server = outside.exchanger("servfail.example");
        sent.delivered();
        assertThat(server.received()).hasSize(1);
    }

    @Test
    @Scenario(when = "the best exchanger is this gateway itself", then = "fails at once, no other exchanger is asked", sender = "failed, 5.4.6", trace = "550 5.4.6")
    void aLoopIsNotEntered(Outside outside) throws IOException {
        outside.dns().mx("loop.example", 10, "gateway.example");
        RecordingServer worse = outside.exchanger("loop.example", 20, "mx.loop.example");
        Sent sent = outside.hand("loop", "b@loop.example");
        assertThat(sent.report().text()).contains("Action: failed", "Status: 5.4.6");
        assertThat(sent.trace("Failed")).contains("550 5.4.6");
        assertThat(worse.connections()).isZero();
    }

    @Test
    @Scenario(when = "this gateway stands in the middle of the exchangers, and the better one is down", then = "waits for the better one; the worse one is never asked", trace = "451 4.4.1, then the better one")
    void whatStandsBehindUsIsNotAsked(Outside outside) throws IOException {
        RecordingServer better = outside.exchanger("middle.example", 10, "better.middle.example");
        outside.dns().mx("middle.example", 20, "gateway.example");
        RecordingServer worse = outside.exchanger("middle.example", 30, "worse.middle.example");
        better.down();
        Sent sent = outside.hand("middle", "b@middle.example");
        sent.trace("451 4.4.1");
        better.up();
        assertThat(sent.delivered()).contains("better.middle.example");
        assertThat(worse.connections()).isZero();
    }

    @Test
    @Scenario(when = "the domain is an alias (CNAME), and so is its exchanger", then = "delivered, the recipient unchanged", trace = "the exchanger")
    void aliasesAreFollowed(Outside outside) throws IOException {
        outside.dns()
                .cname("alias.example", "canonical.example")
                .mx("canonical.example", 10, "mx.canonical.example")
                .cname("mx.canonical.example", "host.canonical.example");
        RecordingServer server = outside.server("host.canonical.example");
        outside.hand("alias", "b@alias.example").delivered();
        assertThat(server.received().getFirst().recipients()).containsExactly("RCPT TO:<b@alias.example>");
    }

    @Test
    @Scenario(when = "the domain has no MX record but an address (RFC 5321, 5.1)", then = "delivered there", trace = "the domain itself as the server")
    void aDomainWithoutExchangersIsItsOwn(Outside outside) throws IOException {
        RecordingServer server = outside.server("no-mx.example");
        assertThat(outside.hand("no mx", "b@no-mx.example").delivered()).contains("no-mx.example");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    @Scenario(when = "the exchanger has an IPv6 address alone", then = "delivered over IPv6", trace = "the exchanger")
    void ipv6AloneIsEnough(Outside outside) throws IOException {
        RecordingServer server = outside.listening("::1");
        outside.dns().mx("ipv6.example", 10, "mx.ipv6.example").aaaa("mx.ipv6.example", "::1");
        assertThat(outside.hand("ipv6", "b@ipv6.example").delivered()).contains("mx.ipv6.example");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    @Scenario(when = "no exchanger of the domain has an address", then = "fails at once", sender = "failed, 5.4.4", trace = "550 5.4.4")
    void exchangersWithoutAddressFailAtOnce(Outside outside) throws IOException {
        outside.dns().mx("unaddressed.example", 10, "mx.unaddressed.example");
        Sent sent = outside.hand("unaddressed", "b@unaddressed.example");
        assertThat(sent.report().text()).contains("Action: failed", "Status: 5.4.4");
        assertThat(sent.trace("Failed")).contains("550 5.4.4");
    }
}
