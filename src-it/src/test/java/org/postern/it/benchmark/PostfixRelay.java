package org.postern.it.benchmark;

import org.postern.it.harness.Ports;
import org.postern.it.harness.ProcessTree;
import org.postern.it.harness.WorkFolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Debian's Postfix with a configuration, a queue and a port of its own; the system's Postfix is neither used nor touched. Every
 * parameter that is not named here has its default, those that matter for speed among them: 100 processes a service, 20
 * deliveries at a time to a destination, connections to the next hop reused on demand, every queue file synced before the 250.
 * No syslog is listening where none is installed; then Postfix is spared the writing of its log. Needs root, as Postfix does.
 */
final class PostfixRelay implements Subject {
    private static final Path MASTER = Path.of("/etc/postfix/master.cf");

    private final Path home;
    private final int port;
    private final Optional<ControlGroup> group = ControlGroup.create("postfix");
    private final Account account;

    PostfixRelay(Path folder, int sinkPort) throws IOException {
        home = WorkFolder.in(folder, "postfix").path();
        port = Ports.free();
        for (String part : List.of("etc", "spool", "data")) {
            Files.createDirectory(home.resolve(part));
        }
        run(List.of("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-days",
                "2", "-subj", "/CN=postfix.example", "-keyout", home.resolve("etc/key.pem").toString(), "-out",
                home.resolve("etc/certificate.pem").toString()));
        Files.writeString(home.resolve("etc/main.cf"), parameters(sinkPort));
        Files.writeString(home.resolve("etc/master.cf"), services());
        run(List.of("chown", "postfix", home.resolve("data").toString()));
        List<String> start = postfix("start");
        run(group.map(g -> g.inside(start)).orElse(start));
        String pid = Files.readString(home.resolve("spool/pid/master.pid")).strip();
        account = new Account(ProcessTree.of(Long.parseLong(pid)), group);
        Ports.awaitListening(port, account.processes().root());
    }

    private String parameters(int sinkPort) {
        return """
                compatibility_level = 3.6
                queue_directory = %1$s/spool
                data_directory = %1$s/data
                myhostname = postfix.example
                mydestination =
                alias_maps =
                local_recipient_maps =
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                mynetworks = 127.0.0.0/8
                smtpd_peername_lookup = no
                smtp_dns_support_level = disabled
                relayhost = [127.0.0.1]:%2$d
                smtpd_tls_security_level = may
                smtpd_tls_cert_file = %1$s/etc/certificate.pem
                smtpd_tls_key_file = %1$s/etc/key.pem
                """.formatted(home, sinkPort);
    }

    /** {@return Debian's services, none in a chroot (that needs copies of system files), SMTP on our port} */
    private String services() throws IOException {
        try (Stream<String> lines = Files.lines(MASTER, StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(this::service)
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }

    private String service(String line) {
        String[] fields = line.split("\\s+", -1);
        if (line.isBlank() || line.startsWith(" ") || fields.length < 8) {
            return line;
        }
        fields[4] = "n";
        if (fields[0].equals("smtp") && fields[1].equals("inet")) {
            fields[0] = "127.0.0.1:" + port;
        }
        return String.join(" ", fields);
    }

    private List<String> postfix(String command) {
        return List.of("postfix", "-c", home.resolve("etc").toString(), command);
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed with " + process.exitValue());
        }
    }

    @Override
    public String name() {
        return "Postfix";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public void close() throws IOException {
        run(postfix("stop"));
        account.processes().root().onExit().join();
        if (group.isPresent()) {
            group.get().remove();
        }
        new WorkFolder(home).close();
    }
}
