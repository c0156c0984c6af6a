package org.postern.cli;

import org.postern.cli.broker.BrokerNoun;
import org.postern.cli.domain.DkimNoun;
import org.postern.cli.domain.DomainNoun;
import org.postern.cli.domain.ReportsNoun;
import org.postern.cli.mail.ApplicationNoun;
import org.postern.cli.mail.ArchiveNoun;
import org.postern.cli.mail.DeadNoun;
import org.postern.cli.mail.JudgeVerb;
import org.postern.cli.mail.LearnNoun;
import org.postern.cli.mail.MessageNoun;
import org.postern.cli.mail.QueueNoun;
import org.postern.cli.mail.SinkNoun;
import org.postern.cli.operate.AccountVerb;
import org.postern.cli.operate.AwaitVerb;
import org.postern.cli.operate.CheckVerb;
import org.postern.cli.operate.CliVerb;
import org.postern.cli.operate.RunVerb;
import org.postern.cli.operate.StatusVerb;
import org.postern.cli.operate.StopVerb;
import org.postern.cli.operate.VersionVerb;
import org.postern.cli.people.AdminNoun;
import org.postern.cli.people.AuditVerb;
import org.postern.cli.people.TakeBackVerb;
import org.postern.cli.people.TokenNoun;
import org.postern.cli.people.UserNoun;
import org.postern.cli.policy.AliasNoun;
import org.postern.cli.policy.ListNoun;
import org.postern.cli.policy.RouteNoun;
import org.postern.cli.policy.RuleNoun;
import org.postern.cli.server.ApiVerb;
import org.postern.cli.server.ConfigurationNoun;
import org.postern.cli.server.ServerNoun;
import org.postern.cli.server.SettingNoun;
import org.postern.cli.server.TryNoun;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The first words of commands. A class is read only when its word stands in the command: reading all of them takes longer than most commands. */
final class Nouns {
    private static final Map<String, Supplier<Object>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("run", RunVerb::new);
        ALL.put("stop", StopVerb::new);
        ALL.put("status", StatusVerb::new);
        ALL.put("await", AwaitVerb::new);
        ALL.put("check", CheckVerb::new);
        ALL.put("message", MessageNoun::new);
        ALL.put("queue", QueueNoun::new);
        ALL.put("sink", SinkNoun::new);
        ALL.put("application", ApplicationNoun::new);
        ALL.put("dead", DeadNoun::new);
        ALL.put("archive", ArchiveNoun::new);
        ALL.put("route", RouteNoun::new);
        ALL.put("alias", AliasNoun::new);
        ALL.put("rule", RuleNoun::new);
        ALL.put("list", ListNoun::new);
        ALL.put("learn", LearnNoun::new);
        ALL.put("judge", JudgeVerb::new);
        ALL.put("domain", DomainNoun::new);
        ALL.put("dkim", DkimNoun::new);
        ALL.put("dns", DomainNoun.Records::new);
        ALL.put("reports", ReportsNoun::new);
        ALL.put("user", UserNoun::new);
        ALL.put("admin", AdminNoun::new);
        ALL.put("token", TokenNoun::new);
        ALL.put("audit", AuditVerb::new);
        ALL.put("take-back", TakeBackVerb::new);
        ALL.put("setting", SettingNoun::new);
        ALL.put("configuration", ConfigurationNoun::new);
        ALL.put("server", ServerNoun::new);
        ALL.put("try", TryNoun::new);
        ALL.put("broker", BrokerNoun::new);
        ALL.put("account", AccountVerb::new);
        ALL.put("api", ApiVerb::new);
        ALL.put("cli", CliVerb::new);
        ALL.put("build", OfShell::new);
        ALL.put("package", Packing::new);
        ALL.put("completion", Completion::new);
        ALL.put("version", VersionVerb::new);
    }

    private Nouns() {}

    /** {@return those that are among these words; all there are, if none is} */
    static Collection<Supplier<Object>> in(String... words) {
        List<Supplier<Object>> named = Arrays.stream(words).distinct().filter(ALL::containsKey).map(ALL::get).toList();
        return named.isEmpty() || named.contains(ALL.get("completion")) ? ALL.values() : named;
    }
}
