package org.postern.config.file;

import org.postern.config.Origin;
import org.postern.config.Setting;
import org.postern.config.Settings;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.rule.ArchiveRule;
import org.postern.config.rule.LoginRule;
import org.postern.config.rule.MailRule;
import org.postern.config.rule.QuestionRule;
import org.postern.config.rule.RetryRule;
import org.postern.config.rule.ScannerRule;
import org.postern.config.rule.TlsRule;
import org.postern.delivery.sts.PublishedPolicy;
import org.postern.event.StandingWish;
import org.postern.reputation.DnsList;
import org.postern.routing.Route;
import org.postern.sentence.Sentence;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the configuration file, and what is set outside of it. Finds all problems, not only the first. */
public final class ConfigurationReader {
    /** The largest file that is read, in octets. */
    static final long MAX_SIZE = 16L << 20;

    private final Overrides overrides;

    public ConfigurationReader(Overrides overrides) {
        this.overrides = overrides;
    }

    /** {@return what the file says, if there is one, and what is set outside of it} Never throws for what is in the file. */
    public Reading read(Optional<Path> file) {
        return file.map(this::read).orElseGet(() -> read("no file", ""));
    }

    private Reading read(Path file) {
        try {
            if (Files.size(file) > MAX_SIZE) {
                return problem(file, "larger than " + MAX_SIZE + " octets");
            }
            return read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            return problem(file, "cannot be read: " + e);
        }
    }

    private static Reading problem(Path file, String message) {
        return new Reading.Invalid(List.of(Problem.outside(file.toString(), Sentence.asItIs(message))));
    }

    /** {@return what a text says} {@code name} stands for the file in problems. */
    Reading read(String name, String text) {
        Problems problems = new Problems(name);
        TomlParseResult toml = Toml.parse(text);
        toml.errors().forEach(e -> problems.add(e.position(), e.getMessage()));
        if (!problems.isEmpty()) {
            return new Reading.Invalid(problems.all());
        }
        SettingsReader settings = new SettingsReader(problems);
        Map<String, String> given = new LinkedHashMap<>(settings.read(toml));
        Map<String, Origin> origins = new LinkedHashMap<>(settings.origins());
        List<Route> routes = new RouteReader(problems).read(toml);
        List<MailRule> rules = new MailRuleReader(problems).read(toml);
        List<TlsRule> tlsRules = new TlsRuleReader(problems).read(toml);
        List<LoginRule> logins = new LoginRuleReader(problems).read(toml);
        List<RetryRule> retryRules = new RetryRuleReader(problems).read(toml);
        List<DnsList> dnsLists = new DnsListReader(problems).read(toml);
        List<ScannerRule> scanners = new ScannerRuleReader(problems).read(toml);
        List<QuestionRule> questions = new QuestionRuleReader(problems).read(toml);
        List<ArchiveRule> archives = new ArchiveRuleReader(problems).read(toml);
        List<StandingWish> events = new EventsReader(problems).read(toml);
        override(given, origins, problems);
        List<PublishedPolicy> stsPolicies = new StsReader(problems, given).read(toml);
        if (!problems.isEmpty()) {
            return new Reading.Invalid(problems.all());
        }
        return new Reading.Valid(
                new Configuration(new Settings(SettingsCatalogue.ALL, given, origins), routes, rules, tlsRules, logins,
                        retryRules, dnsLists, scanners, questions, archives, stsPolicies, events));
    }

    private void override(Map<String, String> given, Map<String, Origin> origins, Problems problems) {
        for (Setting<?> setting : SettingsCatalogue.ALL) {
            overrides.of(setting, Optional.ofNullable(given.get(setting.key()))).ifPresent(value -> {
                problems.check(value.source(), () -> setting.type().parse(value.text()));
                given.put(setting.key(), value.text());
                origins.put(setting.key(), value.origin());
            });
        }
    }
}
