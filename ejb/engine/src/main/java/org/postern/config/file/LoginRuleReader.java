package org.postern.config.file;

import org.postern.config.rule.HostPort;
import org.postern.config.rule.LoginRule;
import org.postern.config.rule.Secret;
import org.tomlj.TomlTable;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Reads the tables {@code [[login]]}. */
final class LoginRuleReader {
    static final String TABLE = "login";
    private static final List<String> KEYS = List.of("host", "user", "password", "token-url", "client", "client-secret",
            "scope");

    private final Problems problems;

    LoginRuleReader(Problems problems) {
        this.problems = problems;
    }

    List<LoginRule> read(TomlTable file) {
        return TableReader.each(file, TABLE, problems, KEYS, LoginRuleReader::rule);
    }

    private static Optional<LoginRule> rule(TableReader table) {
        Optional<String> host = table.required("host", text -> HostPort.parse(text, 25).host());
        Optional<String> user = table.required("user", LoginRule::text);
        boolean byToken = table.has("token-url");
        Optional<Secret> secret = table.required(byToken ? "client-secret" : "password", Secret::parse);
        Optional<LoginRule> login = host
                .flatMap(h -> user.flatMap(u -> secret.map(s -> new LoginRule(h, u, s, Optional.empty()))));
        return byToken ? source(table).flatMap(token -> login.map(l -> l.by(token))) : login;
    }

    private static Optional<LoginRule.TokenSource> source(TableReader table) {
        Optional<URI> endpoint = table.required("token-url", LoginRule::endpoint);
        Optional<String> client = table.required("client", LoginRule::text);
        String scope = table.optional("scope", LoginRule::text).orElse("");
        return endpoint.flatMap(e -> client.map(c -> new LoginRule.TokenSource(e, c, scope)));
    }
}
