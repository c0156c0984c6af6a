package org.postern.trust.rule;

import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.auth.MethodResult;
import org.postern.auth.ResultName;
import org.postern.config.rule.MailRule;
import org.postern.config.rule.RuleText;
import org.postern.content.attachment.SeenFile;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.receiver.Identity;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.wire.MailboxParser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Mail of a stranger, as tests change it, and rules about it. */
final class Mails {
    String client = "192.0.2.1";
    Optional<String> user = Optional.empty();
    boolean isOfApplication;
    boolean isExamined = true;
    String sender = "ann@sender.example";
    List<String> recipients = List.of("bob@here.example");
    String header = "From: Ann <ann@sender.example>\nSubject: your invoice\n";
    long size = 2000;
    Set<String> proved = Set.of();
    Optional<List<SeenFile>> files = Optional.of(List.of());
    List<Symbol> symbols = List.of();
    List<MethodResult> results = List.of();
    final List<LiveRule> rules = new ArrayList<>();
    LiveRules live = new LiveRules(List.of());

    static MailRule rule(String lines) {
        return RuleText.of(lines.replace(";", "\n")).toRule();
    }

    /** A further rule, behind those before. */
    Mails with(String lines) {
        rules.add(LiveRule.stored(rules.size() + 1, rule("name=rule-" + (rules.size() + 1) + ";" + lines)));
        return this;
    }

    /** {@return whether one rule that quarantines is met under these conditions} */
    boolean meets(String conditions) {
        return meets("quarantine", conditions);
    }

    boolean meets(String action, String conditions) {
        rules.clear();
        return with("action=" + action + ";" + conditions).ruled().decision().isPresent();
    }

    Ruled ruled() {
        live = new LiveRules(rules);
        return RuleRun.over(live, mail(), new Assessment(symbols, Verdict.NONE, Reason.NONE, results));
    }

    static MethodResult result(String method, ResultName name) {
        return new MethodResult(method, name);
    }

    private RuledMail mail() {
        return new RuledMail(isOfApplication ? Optional.empty() : Optional.of(session()),
                new Envelope(sender.isEmpty() ? ReversePath.NULL : ReversePath.of(mailbox(sender)), Parameters.NONE,
                        recipients.stream().map(Mails::mailbox).map(Recipient::of).toList()),
                header(), size, ZonedDateTime.parse("2026-12-04T12:00:00+01:00"),
                isExamined
                        ? Optional.of(new RuledMail.Examination(
                                proved.stream().map(Domain::new).collect(Collectors.toSet()), files))
                        : Optional.empty());
    }

    private SessionFacts session() {
        SessionFacts session = SessionFacts.begun("s", "mx", ProtocolRole.MX, "gateway.example",
                new InetSocketAddress(InetAddress.ofLiteral(client), 2000),
                new InetSocketAddress(InetAddress.ofLiteral("198.51.100.1"), 25));
        return user.map(name -> session.authenticated(new Identity(name, "PLAIN"))).orElse(session);
    }

    private HeaderSection header() {
        try {
            return HeaderSection.of(Content.of(
                    (header + "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Mailbox mailbox(String text) {
        return MailboxParser.parse(text).toOptional().orElseThrow();
    }

    static List<String> recipients(Ruled ruled) {
        return ruled.envelope().recipients().stream().map(one -> one.mailbox().toString()).toList();
    }

    static List<SeenFile> named(String... paths) {
        return Arrays.stream(paths).map(path -> new SeenFile(path, "application/octet-stream", "")).toList();
    }
}
