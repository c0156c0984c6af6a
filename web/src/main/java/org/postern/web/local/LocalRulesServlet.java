package org.postern.web.local;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.people.LocalToken;
import org.postern.admin.rules.RuleDesk;
import org.postern.admin.rules.TrialDraft;
import org.postern.config.rule.RuleKey;
import org.postern.config.rule.RuleText;
import org.postern.trust.rule.StoredRule;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code ./postern rule} asks for. Answers as {@link LocalUsersServlet} does, a line of tab-separated words for each rule. Of several values of
 * {@code action} the first is what is asked for, and the next the action of the rule.
 */
@WebServlet("/local/rules")
public class LocalRulesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String ACTION = "action";
    private static final Set<String> OF_TRIAL = Set.of(ACTION, "by", "client", "user", "sender", "recipient", "header",
            "proved", "symbol");
    private static final Set<String> MEANT = Set.of("by", "id", "before");

    @Inject
    private transient LocalToken token;
    @Inject
    private transient RuleDesk desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!LocalCaller.admitted(token, request, response)) {
            return;
        }
        Optional<String> fault;
        try {
            fault = answer(Form.of(request), response.getWriter());
        } catch (NumberFormatException wrong) {
            fault = Optional.of("An id is a number.");
        } catch (IllegalArgumentException wrong) {
            fault = Optional.of(wrong.getMessage());
        }
        if (fault.isPresent()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            response.getWriter().println(Printable.lines(fault.get()));
        }
    }

    private Optional<String> answer(Form form, PrintWriter out) {
        String by = form.given("by").orElse("local");
        return switch (form.word(ACTION)) {
            case "list" -> {
                noRule(form);
                desk.all().forEach(rule -> out.println(line(rule)));
                desk.ofFile().forEach(rule -> out.println(line(rule)));
                yield Optional.empty();
            }
            case "try" -> {
                desk.wouldSay(trial(form)).forEach(line -> out.println(Printable.lines(line)));
                yield Optional.empty();
            }
            case "add" -> desk.add(text(form), by);
            case "change" -> desk.change(id(form, "id"), text(form), by);
            case "on" -> desk.enable(id(noRule(form), "id"), true, by);
            case "off" -> desk.enable(id(noRule(form), "id"), false, by);
            case "move" -> desk.moveBefore(id(noRule(form), "id"), id(form, "before"));
            case "delete" -> desk.delete(id(noRule(form), "id"));
            default -> Optional.of("There is no such action: " + form.word(ACTION));
        };
    }

    private static RuleText text(Form form) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        form.values().forEach((name, values) -> {
            List<String> ofRule = name.equals(ACTION) ? values.subList(1, values.size()) : values;
            if (!MEANT.contains(name) && !ofRule.isEmpty()) {
                texts.put(name, ofRule);
            }
        });
        return new RuleText(texts);
    }

    private static TrialDraft trial(Form form) {
        form.of(OF_TRIAL, Set.of("sender"), Set.of("recipient", "header", "proved", "symbol"));
        return new TrialDraft(form.word("client"), form.word("user"), form.word("sender"), form.all("recipient"),
                form.all("header"), form.all("proved"), form.all("symbol"));
    }

    private static Form noRule(Form form) {
        text(form).texts().keySet().stream().findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(RuleKey.named(name).isPresent()
                    ? name + " is written with add and change alone."
                    : "Nothing is called " + name + " here.");
        });
        return form;
    }

    private static long id(Form form, String name) {
        return Long.parseLong(form.word(name));
    }

    private static String line(StoredRule rule) {
        return words(Long.toString(rule.id()), rule.enabled() ? "on" : "off", rule.text().name(),
                Long.toString(rule.hits()), rule.lastHit().map(Instant::toString).orElse("never"), rule.changedBy(),
                rule.changedAt().toString(), rule.text().lines().replace("\n", "  "));
    }

    private static String line(RuleDesk.OfFile rule) {
        return words("file", "on", rule.rule().name(), Long.toString(rule.hits()), "", "", "",
                rule.rule().deed() + (rule.rule().comment().isEmpty() ? "" : ": " + rule.rule().comment()));
    }

    private static String words(String... words) {
        return Stream.of(words).map(Printable::word).collect(Collectors.joining("\t"));
    }
}
