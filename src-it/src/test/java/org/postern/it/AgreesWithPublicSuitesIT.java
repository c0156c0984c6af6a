package org.postern.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.postern.auth.arc.ArcSuite;
import org.postern.auth.spf.SpfQuestion;
import org.postern.auth.spf.SpfSuite;
import org.postern.auth.spf.ZoneEntry;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.TestDns;

import java.io.IOException;
import java.net.Inet6Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The public suites of SPF and ARC by SMTP: each client comes by a proxy, and the next hop reads what was found. */
class AgreesWithPublicSuitesIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final TestDns DNS = TestDns.startForgotten();
    private static final RecordingServer NEXT_HOP = RecordingServer.start();
    private static final Gateway GATEWAY = Gateway.plan("suites").dns(DNS).configuration("""
            [listener.internal]
            proxy = true
            [networks]
            proxies = ["127.0.0.2"]
            [[route]]
            recipient = "test.example"
            to = "%s"
            [settings]
            "policy.reverse-lookup" = "off"
            "policy.helo-name" = "off"
            """.formatted(NEXT_HOP.destination())).start();

    @AfterAll
    static void close() {
        GATEWAY.close();
        NEXT_HOP.close();
        DNS.close();
    }

    /** {@return what the next hop reads; empty where SMTP does not let such a sender or greeting in} */
    private static String results(String client, String helo, String sender, String marker, byte[] content)
            throws IOException {
        String family = client.contains(":") ? "TCP6" : "TCP4";
        String local = client.contains(":") ? "2001:db8::1" : "198.51.100.1";
        try (SmtpDialogue dialogue = SmtpDialogue.connectFrom("127.0.0.2", GATEWAY.internal())) {
            dialogue.send(("PROXY " + family + " " + client + " " + local + " 40000 25\r\n").getBytes(US_ASCII));
            dialogue.hear();
            if (!dialogue.say("EHLO " + helo).startsWith("250")
                    || !dialogue.say("MAIL FROM:<" + sender + ">").startsWith("250")) {
                return "";
            }
            dialogue.say("RCPT TO:<suite@test.example>");
            dialogue.say("DATA");
            assertThat(dialogue.content(content)).as(marker).startsWith("250");
        }
        return NEXT_HOP.awaitText(marker + "\r\n", LIMIT).authenticationResults();
    }

    private static String results(SpfSuite.Scenario scenario, SpfSuite.Case one) throws IOException {
        SpfQuestion question = one.question();
        String client = question.client() instanceof Inet6Address six
                ? six.getHostAddress().replaceFirst("%.*", "")
                : question.client().getHostAddress();
        String sender = question.domain().equals(question.helo())
                ? ""
                : question.localPart() + "@" + question.domain();
        String marker = "X-Case: " + scenario.name() + "/" + one.name();
        return results(client, question.helo(), sender, marker,
                (marker + "\r\nFrom: <a@author.example>\r\n\r\nx\r\n").getBytes(US_ASCII));
    }

    private static void publish(Map<String, List<ZoneEntry>> zone) {
        DNS.clear();
        zone.forEach((name, entries) -> entries.stream()
                .filter(entry -> entries.size() == 1 || !entry.type().equals(ZoneEntry.TIMEOUT))
                .forEach(entry -> publish(name, entry)));
    }

    private static void publish(String name, ZoneEntry entry) {
        List<String> values = entry.values();
        switch (entry.type()) {
            case "TXT" -> DNS.txt(name, values);
            case "A" -> DNS.a(name, values.getFirst());
            case "AAAA" -> DNS.aaaa(name, values.getFirst());
            case "MX" -> {
                if (values.getLast().isEmpty()) {
                    DNS.nullMx(name);
                } else {
                    DNS.mx(name, Integer.parseInt(values.getFirst()), values.getLast());
                }
            }
            case "CNAME" -> DNS.cname(name, values.getFirst());
            case "PTR" -> DNS.ptrAt(name, values.getFirst());
            default -> DNS.serverFailure(name);
        }
    }

    @Test
    void spf() throws IOException {
        List<String> differing = new ArrayList<>();
        int told = 0;
        for (SpfSuite.Scenario scenario : SpfSuite.read()) {
            publish(scenario.zone().entries());
            for (SpfSuite.Case one : scenario.cases()) {
                String results = results(scenario, one);
                told += results.isEmpty() ? 0 : 1;
                if (!results.isEmpty()
                        && one.outcomes().stream().noneMatch(outcome -> results.contains("spf=" + outcome))) {
                    differing.add(scenario.name() + "/" + one.name() + ": " + results);
                }
            }
        }
        assertThat(differing).isEmpty();
        assertThat(told).isGreaterThan(150);
    }

    @Test
    void arc() throws IOException {
        List<String> differing = new ArrayList<>();
        int number = 0;
        for (ArcSuite.Case one : ArcSuite.cases()) {
            DNS.clear();
            one.records().forEach((name, text) -> DNS.txt(name, text));
            String marker = "X-Chain: " + number++;
            byte[] content = (marker + "\r\n" + one.message()).getBytes(ISO_8859_1);
            String results = results("203.0.113.9", "client.example", "sender@nothing.example", marker, content);
            boolean right = switch (one.cv()) {
                case "Pass" -> results.contains("; arc=pass");
                case "None" -> !results.contains("; arc=");
                default -> results.contains("; arc=fail");
            };
            if (!right) {
                differing.add(one.name() + " wants " + one.cv() + ": " + results);
            }
        }
        assertThat(differing).isEmpty();
    }
}
