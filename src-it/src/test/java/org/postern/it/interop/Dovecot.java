package org.postern.it.interop;

import org.postern.it.harness.Commands;
import org.postern.it.harness.Ports;
import org.postern.it.harness.WorkFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian's Dovecot as a mail store: takes mail by LMTP, and gives it out by POP3 and IMAP, to anybody who knows the password. As root it keeps
 * mail as {@code nobody}, as anybody else it does everything as that user.
 */
final class Dovecot implements AutoCloseable {
    static final String PASSWORD = "read it";
    private static final String NOBODY = "65534";

    private final WorkFolder home = WorkFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "dovecot-");
    private final int lmtp = Ports.free();
    private final int pop3 = Ports.free();
    private final int imap = Ports.free();
    private final Process process;

    /** Starts a store with these users. */
    Dovecot(List<String> users) throws IOException {
        Path configuration = Files.writeString(home.path().resolve("dovecot.conf"), configuration());
        Files.write(home.path().resolve("users"), users.stream().map(user -> user + ":{PLAIN}" + PASSWORD).toList());
        Path mail = Files.createDirectory(home.path().resolve("mail"));
        if (isRoot()) {
            Commands.run(List.of("chown", NOBODY + ":" + NOBODY, mail.toString()));
        }
        process = new ProcessBuilder(program().orElseThrow().toString(), "-F", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.path().resolve("out").toFile())
                .start();
        for (int port : new int[]{lmtp, pop3, imap}) {
            Ports.awaitListening(port, process.toHandle());
        }
    }

    /** {@return whether it is on this machine, with its protocols} */
    static boolean isInstalled() {
        return program().isPresent() && Stream.of("lmtp", "pop3", "imap")
                .allMatch(service -> Files.isExecutable(Path.of("/usr/lib/dovecot", service)));
    }

    private static Optional<Path> program() {
        return Stream.of("/usr/sbin/dovecot", "/usr/local/sbin/dovecot")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isRoot() {
        return id("-u").equals("0");
    }

    private static String id(String option) {
        return Commands.run(List.of("id", option)).strip();
    }

    private String configuration() {
        return """
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/log
                protocols = lmtp pop3 imap
                listen = 127.0.0.1
                ssl = no
                disable_plaintext_auth = no
                first_valid_uid = 1
                mail_location = maildir:%1$s/mail/%%Lu
                passdb {
                  driver = passwd-file
                  args = username_format=%%Lu %1$s/users
                }
                userdb {
                  driver = static
                  args = uid=%2$s gid=%3$s home=%1$s/mail/%%Lu
                }
                service lmtp {
                  inet_listener lmtp {
                    port = %4$d
                  }
                }
                service pop3-login {
                  chroot =
                  inet_listener pop3 {
                    port = %5$d
                  }
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %6$d
                  }
                }
                service anvil {
                  chroot =
                }
                """.formatted(home.path(), isRoot() ? NOBODY : id("-u"), isRoot() ? NOBODY : id("-g"), lmtp, pop3, imap)
                + (isRoot() ? "" : """
                        default_internal_user = %1$s
                        default_internal_group = %2$s
                        default_login_user = %1$s
                        """.formatted(id("-un"), id("-gn")));
    }

    /** {@return the destination of a route to here} */
    String destination() {
        return "lmtp:127.0.0.1:" + lmtp;
    }

    int pop3() {
        return pop3;
    }

    int imap() {
        return imap;
    }

    /** {@return what it has logged} */
    String log() throws IOException {
        return Files.readString(home.path().resolve("log"));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        home.close();
    }
}
