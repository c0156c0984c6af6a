package org.postern.it.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Debian's Postfix with a configuration, a queue and a port of its own; the system's Postfix is neither used nor touched. Every
 * parameter that is not given has its default. Needs root, as Postfix does.
 */
public final class Postfix implements AutoCloseable {
    private static final Path MASTER = Path.of("/etc/postfix/master.cf");

    private final WorkFolder home;
    private final int port = Ports.free();
    private final UnaryOperator<List<String>> starting;
    private ProcessTree processes;

    /**
     * Starts it.
     *
     * @param parent the folder in which it gets one of its own
     * @param parameters more of {@code main.cf}
     * @param starting what the command that starts it is to be put into
     */
    public Postfix(Path parent, String parameters, UnaryOperator<List<String>> starting) throws IOException {
        this.starting = starting;
        home = WorkFolder.in(parent, "postfix");
        for (String part : List.of("etc", "spool", "data")) {
            Files.createDirectory(path(part));
        }
        Commands.run(List.of("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                "-nodes", "-days", "2", "-subj", "/CN=postfix.example", "-keyout", path("etc/key.pem").toString(),
                "-out", path("etc/certificate.pem").toString()));
        Files.writeString(path("etc/main.cf"), own() + parameters);
        Files.writeString(path("etc/master.cf"), services());
        Commands.run(List.of("chown", "postfix", path("data").toString()));
        processes = start();
    }

    private ProcessTree start() throws IOException {
        Commands.run(starting.apply(command("start")));
        ProcessTree started = ProcessTree
                .of(Long.parseLong(Files.readString(path("spool/pid/master.pid")).strip()));
        Ports.awaitListening(port, started.root());
        return started;
    }

    /** {@return whether it is on this machine, and we may start it} */
    public static boolean isUsable() {
        return Files.exists(MASTER) && Commands.exists("postfix")
                && Commands.run(List.of("id", "-u")).strip().equals("0");
    }

    private Path path(String inside) {
        return home.path().resolve(inside);
    }

    private String own() {
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
                smtpd_tls_security_level = may
                smtpd_tls_cert_file = %1$s/etc/certificate.pem
                smtpd_tls_key_file = %1$s/etc/key.pem
                """.formatted(home.path());
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

    private List<String> command(String word) {
        return List.of("postfix", "-c", path("etc").toString(), word);
    }

    /** {@return the port of 127.0.0.1 where it takes mail} */
    public int port() {
        return port;
    }

    /** {@return its master, and all that it has started} */
    public ProcessTree processes() {
        return processes;
    }

    /** Ends the master and all that it has started at once, as {@code kill -9} does; whoever was started meanwhile, too. */
    public void kill() {
        processes.kill();
        List<ProcessHandle> left = ProcessHandle.allProcesses().filter(this::isOurs).toList();
        left.forEach(ProcessHandle::destroyForcibly);
        left.forEach(process -> process.onExit().join());
    }

    /** Each of Postfix's daemons works in its queue folder. */
    private boolean isOurs(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .startsWith(path("spool"));
        } catch (IOException ended) {
            return false;
        }
    }

    /** Starts it again with the queue that it has. */
    public void startAgain() throws IOException {
        processes = start();
    }

    /** Stops it, and removes its folder. */
    @Override
    public void close() {
        Commands.run(command("stop"));
        processes.root().onExit().join();
        home.close();
    }
}
