package org.postern.config.file;

import org.postern.config.CertificateSettings;
import org.postern.config.GatewaySettings;
import org.postern.config.SettingType;
import org.postern.config.SettingTypes;
import org.postern.delivery.sts.PublishedPolicy;
import org.postern.delivery.sts.StsPolicy;
import org.postern.delivery.sts.StsPolicy.Mode;
import org.postern.mail.Domain;
import org.postern.smtp.wire.DomainParser;
import org.tomlj.TomlTable;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the tables {@code [[mta-sts]]}. */
final class StsReader {
    static final String TABLE = "mta-sts";
    private static final List<String> KEYS = List.of("domains", "mode", "mx", "max-age");
    private static final int MOST_DOMAINS = 10_000;
    private static final int MOST_HOSTS = 100;
    /** With {@code mta-sts.} before it, it is a name of the DNS still. */
    private static final int LONGEST = 245;
    private static final SettingType<Duration> AGE = SettingTypes.duration("1d", StsPolicy.LONGEST.toDays() + "d");
    private static final Duration USUAL_AGE = Duration.ofDays(7);

    private final Problems problems;
    private final boolean hasCertificate;
    private final Optional<String> gateway;
    private final Set<Domain> known = new HashSet<>();

    /** Takes what is set besides, wherever that is from. */
    StsReader(Problems problems, Map<String, String> given) {
        this.problems = problems;
        this.hasCertificate = CertificateSettings.OF_OUR_OWN.stream()
                .anyMatch(key -> !given.getOrDefault(key, "").isBlank());
        this.gateway = Optional.ofNullable(given.get(GatewaySettings.NAME.key()))
                .map(name -> name.toLowerCase(Locale.ROOT));
    }

    List<PublishedPolicy> read(TomlTable file) {
        return TableReader.each(file, TABLE, problems, KEYS, this::policy);
    }

    private Optional<PublishedPolicy> policy(TableReader table) {
        Optional<List<Domain>> domains = table.textsOf("domains", MOST_DOMAINS, this::once);
        Optional<List<String>> hosts = table.has("mx")
                ? table.textsOf("mx", MOST_HOSTS, PublishedPolicy::host)
                : Optional.of(List.of());
        Duration age = table.optional("max-age", AGE::parse).orElse(USUAL_AGE);
        return domains.flatMap(d -> hosts.flatMap(h -> table.required("mode", text -> mode(text, h))
                .map(mode -> new PublishedPolicy(d, mode, h, age))));
    }

    private Domain once(String text) {
        Domain domain = DomainParser.parse(text)
                .toOptional()
                .filter(name -> !name.isLiteral() && name.key().length() <= LONGEST)
                .orElseThrow(() -> new IllegalArgumentException("not a domain name: " + text));
        if (!known.add(domain)) {
            throw new IllegalArgumentException(text + " has a policy already");
        }
        return domain;
    }

    /** Who enforces what cannot be met has no mail from those who look. */
    private Mode mode(String text, List<String> hosts) {
        Mode mode = SettingTypes.choice(Mode.class).parse(text);
        boolean areWeMeant = hosts.isEmpty() || gateway.filter(hosts::contains).isPresent();
        if (mode == Mode.ENFORCE && areWeMeant && !hasCertificate) {
            throw new IllegalArgumentException("enforce, and clients are shown a certificate that we made ourselves:"
                    + " senders would keep their mail; set tls.certificate first, or be content with testing");
        }
        return mode;
    }
}
