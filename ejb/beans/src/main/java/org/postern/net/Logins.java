package org.postern.net;

import org.postern.config.rule.LoginRule;
import org.postern.delivery.host.NextServer;
import org.postern.routing.Destination;
import org.postern.smtp.client.Login;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who we are for which host that a route names. What MX records name is never logged in to. */
public final class Logins {
    private final Map<String, Login> byHost = new HashMap<>();

    public Logins(List<LoginRule> rules, InstantSource clock) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        for (LoginRule rule : rules) {
            byHost.putIfAbsent(rule.host(), rule.token()
                    .<Login>map(source -> new TokenLogin(rule.user(), new Tokens(source, rule.secret(), clock, http,
                            Tokens.LIMIT)))
                    .orElseGet(() -> new PasswordLogin(rule.user(), rule.secret(), rule.host())));
        }
    }

    /** {@return who we are at this server of the destination; empty where nobody asks} */
    Optional<Login> of(Destination destination, NextServer server) {
        return switch (destination) {
            case Destination.NextHost next -> of(next.host());
            case Destination.Smart smart -> of(server.name());
            default -> Optional.empty();
        };
    }

    private Optional<Login> of(String host) {
        return Optional.ofNullable(byHost.get(host.toLowerCase(Locale.ROOT)));
    }
}
