package org.postern.it.acts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;

import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.TestDns;
import org.postern.it.people.Colleague;
import org.postern.it.program.Program;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What acts are done to: made for each act and each who does it, and named by the words in braces. */
final class Makings {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern WORD = Pattern.compile("\\{([^}]*)}");
    private static final int TAUGHT = 105;
    private static final String SUNK = "sunk";
    private static final String ARCHIVED = "archived";
    /** Whose mail routes lead to the sink. */
    static final String TESTER = "tester@sender.example";

    private final Gateway gateway;
    private final TestDns dns;
    private final Program api;
    private final DeadLetters dead;
    private final Map<String, String> known = new HashMap<>();

    Makings(Gateway gateway, TestDns dns, Program api) {
        this.gateway = gateway;
        this.dns = dns;
        this.api = api;
        this.dead = new DeadLetters(gateway, api);
    }

    /** Hands in the mail that these people need for these acts. */
    void mail(List<ListedAct> acts, List<Person> people) throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.greeted(gateway.smtp())) {
            for (ListedAct act : acts) {
                String page = act.walk().flatMap(Walk::page).orElse("");
                for (Person one : people) {
                    if (act.whose().admits(one.role())) {
                        if (page.contains("{held")) {
                            hand(dialogue, act, one, "held", "250");
                        } else if (page.contains("{waits")) {
                            hand(dialogue, act, one, "through", "250");
                        } else if (page.contains("{grey")) {
                            hand(dialogue, act, one, "grey", "451");
                        } else if (page.contains("{sunk")) {
                            hand(dialogue, act, one, SUNK, "250");
                        } else if (page.contains("{archived")) {
                            hand(dialogue, act, one, ARCHIVED, "250");
                        }
                    }
                }
            }
        }
    }

    private static void hand(SmtpDialogue dialogue, ListedAct act, Person one, String kind, String reply)
            throws IOException {
        String name = local(act, one);
        String sender = kind.equals(SUNK) ? TESTER : name + "@sender.example";
        String to = kind.equals(ARCHIVED) ? name + "@kept.example" : address(act, one);
        String words = "From: <" + sender + ">\r\nTo: <" + to + ">\r\nSubject: " + name + "\r\nX-Walk: " + kind
                + "\r\n\r\nthe words of it\r\n" + random(new Random(name.hashCode())) + "\r\n";
        assertThat(dialogue.mail(sender, to, words.getBytes(US_ASCII))).as(name).startsWith(reply);
    }

    private static String random(Random random) {
        return random.ints(30, 0, 1 << 30).mapToObj(n -> Integer.toString(n, 36)).collect(Collectors.joining(" "));
    }

    private static String local(ListedAct act, Person one) {
        return act.name().orElseThrow().replaceAll("[^A-Za-z]", "") + "." + one.name();
    }

    private static String address(ListedAct act, Person one) {
        return local(act, one) + "@" + one.domain();
    }

    /** {@return the text with all words in braces resolved} */
    String resolved(String text, ListedAct act, Person one) {
        return WORD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        known.computeIfAbsent(act + " " + one + " " + found.group(1), key -> made(found, act, one))));
    }

    private String made(MatchResult found, ListedAct act, Person one) {
        String[] words = found.group(1).split(" ", 2);
        return switch (words[0]) {
            case "me" -> one.name();
            case "password" -> Colleague.PASSWORD;
            case "held", "waits" -> line(act, one).getString("recipient");
            case "held.key", "waits.key" -> key(act, one);
            case "waits.id" -> line(act, one).getString("queueId");
            case "held.taught" -> taught(act, one).getString("recipient");
            case "held.key.taught" -> encoded(taught(act, one).getString("key"));
            case "grey" -> address(act, one);
            case SUNK -> sunk(address(act, one));
            case ARCHIVED -> archived(act, one).getString("subject");
            case "archived.id" -> archived(act, one).get("id").toString();
            case "line" -> audited(one, words[1]).findFirst().orElseThrow().get("key").toString();
            case "published" -> published(resolvedName(words[1], one));
            case "kept" -> kept(words[1]);
            case "file" -> file(one);
            case "dead" -> dead.some();
            case "dead.key" -> encoded(dead.one());
            case "taught" -> versions();
            default -> throw new IllegalArgumentException(found.group());
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String resolvedName(String text, Person one) {
        return text.replace("(me)", one.name());
    }

    private JsonObject line(ListedAct act, Person one) {
        String to = address(act, one);
        return Await.value(to + " waits", LIMIT,
                () -> api.get("/queue?q=" + encoded(to)).items().stream().findFirst());
    }

    private String sunk(String to) {
        Await.until(to + " is in the sink", LIMIT, () -> !api.get("/sink?recipient=" + encoded(to)).items().isEmpty());
        return to;
    }

    private JsonObject archived(ListedAct act, Person one) {
        String to = local(act, one) + "@kept.example";
        return Await.value(to + " is archived", LIMIT,
                () -> api.get("/archive/mail?place=queue:kept&recipient=" + encoded(to)).items().stream().findFirst());
    }

    private String key(ListedAct act, Person one) {
        return encoded(line(act, one).getString("key"));
    }

    private JsonObject taught(ListedAct act, Person one) {
        JsonObject line = line(act, one);
        assertThat(api.post("/classifier/waiting", "{'label':'spam','key':'" + line.getString("key") + "'}").status())
                .isEqualTo(204);
        return line;
    }

    /** {@return the lines that tell of such acts of a person, the latest first} */
    Stream<JsonObject> audited(Person one, String act) {
        return audited(one).filter(line -> line.getString("act").equals(act));
    }

    /** {@return the lines that tell of a person, the latest first} */
    Stream<JsonObject> audited(Person one) {
        return api.get("/audit?limit=50&person=" + one.name()).items().stream();
    }

    private String published(String domain) {
        for (JsonObject key : api.get("/domains/" + domain + "/keys").items()) {
            JsonObject record = key.getJsonObject("dns");
            dns.txt(record.getString("name").replaceFirst("\\.$", ""),
                    record.getString("value").replace("\" \"", "").replace("\"", ""));
        }
        return domain;
    }

    /** What somebody has set counts within two seconds. */
    private String kept(String setting) {
        Await.until(setting + " counts", LIMIT,
                () -> api.get("/settings/" + setting).json().getString("source").equals("database"));
        return setting;
    }

    private String file(Person one) {
        return api.get("/configuration").raw().body() + "\n[[route]]\nrecipient = \"file." + one.name()
                + ".example\"\nto = \"discard\"\n";
    }

    private String versions() {
        for (int i = 0; i < TAUGHT; i++) {
            teach("ham", i);
            teach("spam", i);
        }
        awaitVersion(1);
        teach("ham", TAUGHT);
        awaitVersion(2);
        return "";
    }

    private void teach(String label, int number) {
        Random random = new Random(label.hashCode() * 31L + number);
        String mail = "From: <a@" + label + ".example>\r\nSubject: " + label + number + "\r\n\r\n" + label + " "
                + random(random) + "\r\n";
        assertThat(api.with("Content-Type", "message/rfc822")
                .send("post", "/classifier/samples?label=" + label, mail)
                .status()).isEqualTo(204);
    }

    private void awaitVersion(int number) {
        Await.until("there is version " + number, LIMIT,
                () -> api.get("/classifier").json().getJsonArray("versions").size() >= number);
    }
}
