package org.postern.it.benchmark;

import org.postern.it.harness.Arguments;
import org.postern.it.harness.CountingSink;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.GatewayPlan;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.SmtpSource;
import org.postern.it.harness.TestDns;
import org.postern.it.harness.WorkFolder;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Measures the reception of strangers' signed mail, judged by SPF, DKIM, DMARC, a list in the DNS and all that needs no scanner, beside Postfix
 * with OpenDKIM and OpenDMARC as milters, in turns; both have read from the header of a first message that the other did judge. Then how long
 * the 250 takes where each answer of the DNS takes 20 ms, and each message is of another domain. Needs root, for port 53 of an address of
 * loopback and for Postfix.
 *
 * <p>{@code --rounds 7 --messages 6000 --warmup 20000 --octets 4096 --domains 2000}; no comparison with {@code --rounds 0}
 */
public final class CheckedReception {
    /** Mail for this domain does not go to the sink, but where it is read. */
    static final String PROBE = "probe.example";
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final String NAME_SERVER = "127.0.53.53";
    private static final String DOMAIN = "client.example";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int SESSIONS = 50;

    private final int rounds;
    private final int messages;
    private final int warmup;
    private final int octets;
    private final int domains;

    private CheckedReception(Arguments given) {
        rounds = given.number("--rounds", 7);
        messages = given.number("--messages", 6000);
        warmup = given.number("--warmup", 20_000);
        octets = given.number("--octets", 4096);
        domains = given.number("--domains", 2000);
        given.end();
    }

    public static void main(String... arguments) throws Exception {
        CheckedReception program = new CheckedReception(new Arguments(arguments));
        if (!MilteredPostfix.isUsable()) {
            throw new IllegalStateException("needs root, postfix, opendkim and opendmarc");
        }
        Path parent = Path.of(System.getProperty("postern.benchmark.folder", "/var/tmp"));
        try (WorkFolder folder = WorkFolder.in(parent, "postern-checked")) {
            OUT.println(new Machine(folder.path()).describe());
            if (program.rounds > 0) {
                program.compare(folder.path());
            }
            program.wait(folder.path());
        }
    }

    private void compare(Path folder) throws Exception {
        SignedMail mail = new SignedMail();
        byte[] message = mail.from(DOMAIN, octets);
        Path file = Files.write(folder.resolve("message"), new String(message, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        Workload workload = new Workload(octets, SESSIONS, true, false, messages);
        Comparison comparison = new Comparison("Postfix with milters", "Postern");
        try (TestDns dns = TestDns.startForPrograms(NAME_SERVER);
                CountingSink sink = new CountingSink();
                RecordingServer probe = RecordingServer.start()) {
            mail.publish(DOMAIN, dns);
            dns.ptr(SignedMail.CLIENT, "mail." + DOMAIN);
            try (Subject postfix = new MilteredPostfix(folder, sink.port(), NAME_SERVER, mail.key(DOMAIN),
                    probe.port());
                    Subject postern = new GatewayRelay("Postern", folder, gateway(dns, sink.port(), probe))) {
                List<Subject> subjects = List.of(postfix, postern);
                for (Subject subject : subjects) {
                    prove(subject, probe, message);
                    run(subject, sink, file).of(workload(warmup));
                }
                for (int round = 0; round < rounds; round++) {
                    for (Subject subject : subjects) {
                        Measurement seen = run(subject, sink, file).of(workload);
                        comparison.add(workload, subject.name(), seen);
                        OUT.println("  " + subject.name() + ": " + seen);
                    }
                }
            }
        }
        OUT.println();
        OUT.println(comparison.table());
    }

    private Workload workload(int count) {
        return new Workload(octets, SESSIONS, true, false, count);
    }

    private static Run run(Subject subject, CountingSink sink, Path file) {
        return new Run(subject, sink, LIMIT,
                any -> (workload, port, limit) -> new SmtpSource(workload.sessions(), workload.messages(),
                        workload.octets(), workload.reused(), Optional.of(file)).run(port, limit));
    }

    private static GatewayPlan gateway(TestDns dns, int sinkPort, RecordingServer probe) {
        return Gateway.plan("checked").dns(dns).configuration("""
                [networks]
                trusted = []
                [settings]
                "rate.connections" = 0
                "rate.commands" = 0
                "rate.messages" = 0
                "rate.recipients" = 0
                [[dns-list]]
                zone = "listed.example"
                kind = "client"
                weight = 4
                [[route]]
                recipient = "test.example"
                to = "host:127.0.0.1:%d"
                [[route]]
                recipient = "%s"
                to = "%s"
                """.formatted(sinkPort, PROBE, probe.destination()));
    }

    /** Whoever does not judge is not measured. */
    private static void prove(Subject subject, RecordingServer probe, byte[] message) throws IOException {
        int before = probe.received().size();
        String reply = SmtpDialogue.hand(subject.port(), "sender@" + DOMAIN, "x@" + PROBE, message);
        if (!reply.startsWith("250")) {
            throw new IllegalStateException(subject.name() + " refused: " + reply);
        }
        String text = probe.await(any -> true, before + 1, LIMIT).getLast().text();
        for (String result : List.of("spf=pass", "dkim=pass", "dmarc=pass")) {
            if (!text.contains(result)) {
                throw new IllegalStateException(subject.name() + " does not say " + result + ":\n" + text);
            }
        }
    }

    private void wait(Path folder) throws Exception {
        try (TestDns dns = TestDns.startSlow(Duration.ofMillis(20));
                CountingSink sink = new CountingSink();
                RecordingServer probe = RecordingServer.start();
                Subject postern = new GatewayRelay("Waiting", folder, gateway(dns, sink.port(), probe))) {
            dns.ptr(SignedMail.CLIENT, "mail." + DOMAIN);
            OUT.println(new StrangersWait(postern.port(), dns).of(domains, octets));
        }
    }
}
