package org.postern.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.KeyFiles;
import org.postern.it.harness.Ports;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.TestDns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A gateway and the Internet as it sees it: a name server, and servers that keep to a script, each at an address of its own. The senders
 * of its mail are at {@code home.example}, where reports reach them.
 */
final class Outside implements AutoCloseable {
    /** How long anything here may take. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String ADMINISTRATOR = "admin";
    private static final String PASSWORD = "correct horse battery";

    private final TestDns dns = TestDns.start();
    private final int port = Ports.free();
    private final RecordingServer home = RecordingServer.start();
    private final List<RecordingServer> servers = new CopyOnWriteArrayList<>();
    private final Gateway gateway;
    private final Console console;
    private int addresses;

    /** Starts a gateway that sends mail wherever MX records point to, with more in its configuration. */
    Outside(String name, String tables, String settings) {
        gateway = Gateway.plan(name).dns(dns).configuration("""
                [networks]
                trusted = ["127.0.0.0/8"]
                [[route]]
                recipient = "home.example"
                to = "%s"
                [[route]]
                recipient = "*"
                to = "mx"
                %s
                [settings]
                "delivery.port" = %d
                "delivery.idle-time" = "0s"
                "delivery.back-off" = "1s"
                "delivery.longest-back-off" = "1s"
                "retry.schedule" = "1s"
                "retry.jitter" = 0
                %s
                """.formatted(home.destination(), tables, port, settings)).start();
        console = Console.withFirstAdministrator(gateway, ADMINISTRATOR, PASSWORD);
    }

    /** Starts the gateway again after it was killed; the console is logged in to again. */
    void startAgain() {
        gateway.start();
        console.login(ADMINISTRATOR, PASSWORD);
    }

    TestDns dns() {
        return dns;
    }

    Gateway gateway() {
        return gateway;
    }

    Console console() {
        return console;
    }

    /** {@return the server that the reports to senders go to} */
    RecordingServer home() {
        return home;
    }

    /** {@return a new server that takes mail for this domain, by an MX record} */
    RecordingServer exchanger(String domain) {
        return exchanger(domain, 10, "mx." + domain);
    }

    /** {@return a new server with this name, one of those that MX records name for this domain} */
    RecordingServer exchanger(String domain, int preference, String host) {
        dns.mx(domain, preference, host);
        return server(host);
    }

    /** {@return a new server with this name} */
    RecordingServer server(String host) {
        String address = nobodysAddress();
        dns.a(host, address);
        return listening(address);
    }

    /** {@return a new server at this address of the loopback} */
    RecordingServer listening(String address) {
        RecordingServer server = RecordingServer.start(address, port);
        servers.add(server);
        return server;
    }

    /** {@return an address at which nobody listens} */
    synchronized String nobodysAddress() {
        addresses++;
        return "127.0.2." + addresses;
    }

    /** Hands in a message with this subject, and a sender whose name is made of it. */
    Sent hand(String subject, String... to) throws IOException {
        return hand(subject, "", SampleMail.about(subject), List.of(to));
    }

    /** Hands in this content, with more parameters of MAIL, from a sender whose name is made of the subject. */
    Sent hand(String subject, String parameters, byte[] content, List<String> to) throws IOException {
        String sender = subject.replace(' ', '.') + "@home.example";
        try (SmtpDialogue client = SmtpDialogue.greeted(gateway.smtp())) {
            List<String> commands = new ArrayList<>();
            commands.add("MAIL FROM:<" + sender + ">" + parameters);
            to.forEach(recipient -> commands.add("RCPT TO:<" + octets(recipient) + ">"));
            for (String command : commands) {
                assertThat(client.say(command)).startsWith("250");
            }
            client.say("DATA");
            String reply = client.content(content);
            assertThat(reply).startsWith("250");
            return new Sent(this, reply.substring(reply.lastIndexOf(' ') + 1), sender);
        }
    }

    /** {@return the octets of the text in UTF-8, each as a character} */
    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        gateway.close();
        servers.forEach(RecordingServer::close);
        home.close();
        dns.close();
    }

    /** A class whose tests share an outside with short times: they get it as a parameter, and one such class runs after another. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Execution(ExecutionMode.SAME_THREAD)
    @ExtendWith(Lender.class)
    @interface Shared {}

    /** This outside begins with the first test that asks for it, and ends with the last of the run. */
    static final class Lender implements ParameterResolver {
        private static final Path KEYS = Path.of(System.getProperty("postern.root"), "src-it", "target",
                "outside-keys");
        /** The key that proves to be the exchanger of {@code verified.example}. */
        static final Path RIGHT = KEYS.resolve("right.p12");
        /** The key that proves to be the exchanger of {@code partner.example}. */
        static final Path PARTNER = KEYS.resolve("partner.p12");
        /** A key that did so until ten days ago. */
        static final Path EXPIRED = KEYS.resolve("expired.p12");
        /** A key that proves to be somebody else. */
        static final Path WRONG = KEYS.resolve("wrong.p12");

        /** Long enough for a busy machine, short enough to be waited for. */
        private static final String TIMES = """
                "delivery.connect-timeout" = "2s"
                "delivery.greeting-timeout" = "4s"
                "delivery.ehlo-timeout" = "4s"
                "delivery.mail-timeout" = "4s"
                "delivery.rcpt-timeout" = "4s"
                "delivery.data-timeout" = "4s"
                "delivery.block-timeout" = "4s"
                "delivery.content-timeout" = "4s"
                """;

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Outside.class;
        }

        @Override
        public Outside resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .getOrComputeIfAbsent(Outside.class, key -> start(), Outside.class);
        }

        private static Outside start() {
            try {
                Files.createDirectories(KEYS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Path authorities = KeyFiles.certificates(KeyFiles.make(RIGHT, "mx.verified.example"),
                    KeyFiles.make(PARTNER, "mx.partner.example"), KeyFiles.makeExpired(EXPIRED, "mx.partner.example"),
                    KeyFiles.make(WRONG, "mx.elsewhere.example"));
            return new Outside("outside", """
                    [[tls-policy]]
                    domain = "verified.example"
                    policy = "verify"
                    [[tls-policy]]
                    domain = "encrypted.example"
                    policy = "encrypt"
                    [[tls-policy]]
                    domain = "partner.example"
                    policy = "verify"
                    [[tls-policy]]
                    domain = "secret.example"
                    policy = "encrypt"
                    [[tls-policy]]
                    domain = "stripped.example"
                    policy = "encrypt"
                    [[retry-rule]]
                    recipient = "all-down.example"
                    schedule = "1s"
                    expiry = "3s"
                    """, TIMES + "\"delivery.tls-authorities\" = \"" + authorities + "\"");
        }
    }
}
