package org.postern.it.benchmark;

import org.postern.it.harness.Daemon;
import org.postern.it.harness.Postfix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Debian's Postfix as a relay, with OpenDKIM, which verifies, and OpenDMARC, which looks at SPF itself, as milters; all of them in one
 * control group, and with the name server that is given for a resolver.
 */
final class MilteredPostfix implements Subject {
    private static final String DKIM = "/usr/sbin/opendkim";
    private static final String DMARC = "/usr/sbin/opendmarc";

    private final Optional<ControlGroup> group = ControlGroup.create("milters");
    private final Daemon dkim = new Daemon();
    private final Daemon dmarc = new Daemon();
    private final Postfix postfix;
    private final Account account;

    /**
     * @param nameServer an address at whose port 53 one answers
     * @param key the name and the text of the record with the key that messages are signed with
     * @param probe where mail for {@link CheckedReception#PROBE} goes
     */
    MilteredPostfix(Path folder, int sinkPort, String nameServer, String key, int probe)
            throws IOException {
        String resolver = dkim.write("resolv.conf", "nameserver " + nameServer + "\n");
        // OpenDKIM's own resolver dies under load, so that it is given the key: it need not wait for the DNS.
        String keys = dkim.write("keys", key + "\n");
        String strangers = dkim.write("none", "192.0.2.1\n");
        start(dkim, resolver, DKIM, dkim.write("opendkim.conf", """
                Mode v
                InternalHosts %s
                AuthservID postfix.example
                AlwaysAddARHeader yes
                TestPublicKeys %s
                Socket inet:$PORT@127.0.0.1
                Background no
                Syslog no
                """.formatted(strangers, keys)), "-x");
        start(dmarc, resolver, DMARC, dmarc.write("opendmarc.conf", """
                AuthservID postfix.example
                TrustedAuthservIDs postfix.example
                IgnoreHosts %s
                SPFSelfValidate true
                SPFIgnoreResults true
                RejectFailures true
                Socket inet:$PORT@127.0.0.1
                Background false
                Syslog false
                """.formatted(strangers)), "-c");
        postfix = new Postfix(folder, """
                relayhost = [127.0.0.1]:%d
                transport_maps = inline:{%s=smtp:[127.0.0.1]:%d}
                smtpd_milters = inet:127.0.0.1:%d, inet:127.0.0.1:%d
                milter_default_action = tempfail
                """.formatted(sinkPort, CheckedReception.PROBE, probe, dkim.port(), dmarc.port()), this::inside);
        account = new Account(List.of(postfix.processes(), dkim.processes(), dmarc.processes()), group);
    }

    /** {@return whether all of it is on this machine} */
    static boolean isUsable() {
        return Postfix.isUsable() && Files.isExecutable(Path.of(DKIM)) && Files.isExecutable(Path.of(DMARC));
    }

    private List<String> inside(List<String> command) {
        return group.map(g -> g.inside(command)).orElse(command);
    }

    private void start(Daemon daemon, String resolver, String program, String configuration, String flag)
            throws IOException {
        daemon.start(Stream.concat(
                Stream.of("unshare", "-m", "sh", "-c", "mount --bind \"$0\" /etc/resolv.conf && exec \"$@\"", resolver),
                inside(List.of(program, "-f", flag, configuration)).stream()).toList());
    }

    @Override
    public String name() {
        return "Postfix with milters";
    }

    @Override
    public int port() {
        return postfix.port();
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public void close() throws IOException {
        postfix.close();
        dkim.close();
        dmarc.close();
        if (group.isPresent()) {
            group.get().remove();
        }
    }
}
