package org.postern.it.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;

/** What a {@link RecordingServer} can do beyond the usual. */
final class NextHopTalents {
    private static final List<String> USUAL = List.of("PIPELINING", "SIZE 52428800", "8BITMIME", "DSN", "SMTPUTF8");

    private volatile Optional<SSLContext> tls = Optional.empty();
    private volatile boolean garbles;
    private volatile boolean lmtp;
    private volatile Optional<String> mechanisms = Optional.empty();
    private volatile boolean requiresTls;
    private final List<String> logins = new CopyOnWriteArrayList<>();

    void tls(SSLContext shown) {
        tls = Optional.of(shown);
    }

    Optional<SSLContext> tls() {
        return tls;
    }

    void garble() {
        garbles = true;
    }

    boolean garbles() {
        return garbles;
    }

    void lmtp() {
        lmtp = true;
    }

    boolean isLmtp() {
        return lmtp;
    }

    void mechanisms(String offered) {
        mechanisms = Optional.of(offered);
    }

    void requiresTls() {
        requiresTls = true;
    }

    void login(String command) {
        logins.add(command);
    }

    List<String> logins() {
        return List.copyOf(logins);
    }

    void clear() {
        tls = Optional.empty();
        garbles = false;
        mechanisms = Optional.empty();
        requiresTls = false;
    }

    /** {@return what it offers in reply to EHLO} */
    String extensions(boolean inTls) {
        List<String> lines = new ArrayList<>(List.of("250-next.example"));
        USUAL.forEach(keyword -> lines.add("250-" + keyword));
        if (!inTls && (garbles || tls.isPresent())) {
            lines.add("250-STARTTLS");
        }
        if (inTls) {
            mechanisms.ifPresent(some -> lines.add("250-AUTH " + some));
            if (requiresTls) {
                lines.add("250-REQUIRETLS");
            }
        }
        lines.add("250 ENHANCEDSTATUSCODES");
        return String.join("\r\n", lines);
    }
}
