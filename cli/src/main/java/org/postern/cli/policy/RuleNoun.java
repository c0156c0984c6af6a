package org.postern.cli.policy;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.Json;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.client.Trouble;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of which mail. */
@Command(name = "rule", description = "Say what is done with which mail, in which order", subcommands = {
        RuleNoun.Lines.class,
        RuleNoun.Show.class, RuleNoun.Add.class, RuleNoun.Change.class, RuleNoun.On.class, RuleNoun.Off.class,
        RuleNoun.Move.class, RuleNoun.Delete.class, RuleNoun.Try.class})
public final class RuleNoun {
    @Command(name = "list", description = "List the rules of the database, in the order in which they are asked, then those of the file", footer = "Example: ./postern rule list")
    static final class Lines extends Listing {
        @Override
        protected Address place() {
            return Address.of("/rules");
        }

        @Override
        protected Columns columns() {
            return Columns.of("id", "enabled?on:off", "name", "hits", "lastHit|never", "changedBy", "changedAt");
        }

        @Override
        protected void act() {
            if (session().isJson()) {
                screen().json(api().get(place()));
                screen().json(api().get(Address.of("/rules/of-file")));
                return;
            }
            items(api().get(place())).forEach(rule -> screen().words(words(rule)));
            items(api().get(Address.of("/rules/of-file"))).forEach(rule -> screen().words("file", "on",
                    rule.getString("name"), rule.getJsonNumber("hits").toString(), "", "", "", said(rule)));
        }

        private String[] words(JsonObject rule) {
            List<String> words = new ArrayList<>(columns().of(rule));
            words.add(texts(rule));
            return words.toArray(String[]::new);
        }

        private static List<JsonObject> items(JsonObject page) {
            return page.getJsonArray("items").getValuesAs(JsonObject.class);
        }

        private static String said(JsonObject rule) {
            String comment = rule.getString("comment");
            return rule.getString("deed") + (comment.isEmpty() ? "" : ": " + comment);
        }
    }

    private static String texts(JsonObject rule) {
        return rule.getJsonObject("texts")
                .entrySet()
                .stream()
                .flatMap(one -> one.getValue()
                        .asJsonArray()
                        .getValuesAs(JsonString::getString)
                        .stream()
                        .map(text -> one.getKey() + "=" + text))
                .collect(Collectors.joining("  "));
    }

    /** A command about one rule. */
    private abstract static class OfOne extends Verb {
        @Parameters(index = "0", paramLabel = "ID", description = "as ./postern rule list shows it")
        private String id;

        final Address address(String act) {
            return Address.of("/rules/{}" + act, id);
        }

        final void show(JsonObject rule) {
            if (!isShown(rule)) {
                screen().words(rule.getJsonNumber("id").toString(), rule.getBoolean("enabled") ? "on" : "off",
                        rule.getString("name"), texts(rule));
            }
        }
    }

    @Command(name = "show", description = "Show one rule", footer = "Example: ./postern rule show 2")
    static final class Show extends OfOne {
        @Override
        protected void act() {
            show(api().get(address("")));
        }
    }

    private static Body body(List<String> pairs) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (String pair : pairs) {
            int sign = pair.indexOf('=');
            if (sign < 1) {
                throw Trouble.usage("a rule is written as KEY=TEXT, not " + pair);
            }
            texts.computeIfAbsent(pair.substring(0, sign), name -> new ArrayList<>()).add(pair.substring(sign + 1));
        }
        JsonObjectBuilder object = Json.createObjectBuilder();
        texts.forEach((name, all) -> object.add(name, Json.createArrayBuilder(all)));
        return Body.empty().with("texts", object.build());
    }

    @Command(name = "add", description = {"Add a rule behind all others of the database, as docs/rules.md writes them:",
            "a key that is written several times is met by any of its texts; one that begins with ! excludes."}, footer = "Example: ./postern rule add name=no-exe action=refuse attachment=*.exe")
    static final class Add extends Verb {
        @Parameters(arity = "1..*", paramLabel = "KEY=TEXT", description = "name=, action=, and conditions")
        private List<String> pairs;

        @Override
        protected void act() {
            JsonObject rule = api().post(Address.of("/rules"), body(pairs));
            if (!isShown(rule)) {
                screen().words(rule.getJsonNumber("id").toString(), rule.getString("name"));
            }
        }
    }

    @Command(name = "change", description = "Let a rule say this, and nothing of what it said before", footer = "Example: ./postern rule change 2 name=no-exe action=quarantine attachment=*.exe")
    static final class Change extends OfOne {
        @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY=TEXT", description = "name=, action=, and conditions")
        private List<String> pairs;

        @Override
        protected void act() {
            show(api().put(address(""), body(pairs)));
        }
    }

    @Command(name = "on", aliases = "enable", description = "Switch a rule on", footer = "Example: ./postern rule on 2")
    static final class On extends OfOne {
        @Override
        protected void act() {
            show(api().post(address("/enable")));
        }
    }

    @Command(name = "off", aliases = "disable", description = "Switch a rule off", footer = "Example: ./postern rule off 2")
    static final class Off extends OfOne {
        @Override
        protected void act() {
            show(api().post(address("/disable")));
        }
    }

    @Command(name = "move", description = "Have a rule asked right before another one", footer = "Example: ./postern rule move 2 --before 1")
    static final class Move extends OfOne {
        @Option(names = "--before", required = true, paramLabel = "ID")
        private int before;

        @Override
        protected void act() {
            api().post(address("/move"), Body.empty().withNumber("before", Optional.of(before)));
        }
    }

    @Command(name = "delete", description = "Delete a rule", footer = "Example: ./postern rule delete 2")
    static final class Delete extends OfOne {
        @Override
        protected void act() {
            api().delete(address(""));
        }
    }

    @Command(name = "try", description = "Tell what the rules would make of such mail now; nothing is counted", footer = "Example: ./postern rule try --client 192.0.2.1 --sender a@example.net --recipient bob@example.org --header 'Subject: invoice'")
    static final class Try extends Verb {
        @Option(names = "--client", required = true, paramLabel = "ADDRESS", description = "the IP address of who sends it")
        private String client;
        @Option(names = "--user", paramLabel = "NAME", description = "who has logged in")
        private Optional<String> user;
        @Option(names = "--sender", paramLabel = "ADDRESS", description = "the reverse-path; left out, or '', for the null one")
        private Optional<String> sender;
        @Option(names = "--recipient", required = true, paramLabel = "ADDRESS", description = "may be repeated")
        private List<String> recipients;
        @Option(names = "--header", paramLabel = "FIELD", description = "as in 'Subject: invoice'; may be repeated")
        private List<String> header = List.of();
        @Option(names = "--proved", paramLabel = "DOMAIN", description = "that authentication has proved; may be repeated")
        private List<String> proved = List.of();
        @Option(names = "--symbol", paramLabel = "SYMBOL", description = "that was found, as in FILE_MACROS=2; may be repeated")
        private List<String> symbols = List.of();

        @Override
        protected void act() {
            JsonObject said = api().post(Address.of("/rules/try"),
                    Body.of("client", client)
                            .with("user", user)
                            .with("sender", sender.filter(text -> !text.isEmpty()))
                            .with("recipients", recipients)
                            .with("header", header)
                            .with("proved", proved)
                            .with("symbols", symbols));
            if (!isShown(said)) {
                said.getJsonArray("lines").getValuesAs(JsonString::getString).forEach(screen()::text);
            }
        }
    }
}
