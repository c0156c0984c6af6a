package org.postern.config;

import org.postern.mail.Domain;
import org.postern.mail.DomainSet;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How people log in to the console by an OpenID provider, if they do. */
public final class OpenIdSettings {
    private static final SettingList LIST = new SettingList();
    public static final List<Setting<?>> ALL = LIST.all();

    private static final int MOST_VALUES = 100;

    public static final Setting<Optional<URI>> ISSUER = LIST.setting("http.oidc.issuer",
            SettingTypes.optionalWebAddress(), "",
            "OpenID provider by which people may log in to the console: its issuer, below which /.well-known/openid-configuration is. By https, but on this"
                    + " machine. Empty: none.");
    public static final Setting<String> CLIENT = LIST.setting("http.oidc.client", SettingTypes.text(), "",
            "What the provider calls the console: the client id.");
    public static final Setting<String> SECRET = LIST.setting("http.oidc.secret", SettingTypes.secret(), "",
            "Secret of that client; empty for a public one. Better given as an environment variable, or in a file of its own, than in the file.");
    public static final Setting<Optional<URI>> REDIRECT = LIST.setting("http.oidc.redirect",
            SettingTypes.optionalWebAddress(), "",
            "Where the provider sends people back to: the console's address as browsers see it, and /openid/answer. The provider has to know exactly this"
                    + " one.");
    public static final Setting<String> SCOPE = LIST.setting("http.oidc.scope", SettingTypes.text(), "openid profile",
            "What the provider is asked for; openid is among it.");
    public static final Setting<String> NAME_CLAIM = LIST.setting("http.oidc.name-claim", SettingTypes.text(),
            "preferred_username", "Claim with the name that a person has in the console, and in its audit log.");
    public static final Setting<String> ROLE_CLAIM = LIST.setting("http.oidc.role-claim", SettingTypes.text(), "",
            "Claim with what a person is at the provider, such as groups, or realm_access.roles with a dot for each step down.");
    public static final Setting<List<String>> ADMINISTRATORS = values("http.oidc.administrators", "administrator");
    public static final Setting<List<String>> OPERATORS = values("http.oidc.operators", "operator");
    public static final Setting<List<String>> AUDITORS = values("http.oidc.auditors", "auditor");
    public static final Setting<List<Domain>> DOMAINS = LIST.setting("http.oidc.domains",
            SettingTypes.list(SettingTypes.domain(), DomainSet.MOST), "",
            "Domains that operators and auditors are limited to when they come the first time; changed among the people. Empty: all.");
    public static final Setting<Duration> VOUCHED = LIST.live("http.oidc.vouched", SettingTypes.duration("1h", "366d"),
            "7d",
            "How long it counts what the provider has said of somebody. When their last login is so long ago, neither their sessions nor the tokens of programs"
                    + " that they have made are of any use, until they log in again.");
    public static final Setting<String> AUTHORITIES = LIST.setting("http.oidc.authorities",
            SettingTypes.text(), "",
            "PEM file of the authorities of the provider's certificate. Empty: those that Java knows.");
    public static final Setting<Boolean> PASSWORDS = LIST.setting("http.passwords", SettingTypes.flag(), "true",
            "Whether people may log in to the console by a password as well, as when the provider is away.");

    private OpenIdSettings() {}

    private static Setting<List<String>> values(String key, String role) {
        return LIST.setting(key, SettingTypes.list(SettingTypes.text(), MOST_VALUES), "",
                "Values of that claim that make somebody an " + role + ". Who has none of any role is not let in.");
    }
}
