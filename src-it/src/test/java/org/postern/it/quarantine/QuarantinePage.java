package org.postern.it.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.it.harness.Await;
import org.postern.it.harness.Console;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of the quarantine, and that of one message, as a browser without scripts works with them. */
final class QuarantinePage {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]*)\"");
    private static final Pattern ROW = Pattern.compile("name=\"chosen\" value=\"([^\"]*)\"");

    private final Console console;

    QuarantinePage(Console console) {
        this.console = console;
    }

    /** Searches until there is one line, and {@return its key} */
    String awaitOnly(String text) {
        return Await.value("there is one line for " + text, LIMIT, () -> {
            Matcher rows = ROW.matcher(console.get("quarantine?q=" + encode(text)).body());
            return rows.find() ? Optional.of(unescaped(rows.group(1))) : Optional.empty();
        });
    }

    /** {@return what a person reads of one message} */
    String read(String key) {
        return console.read("quarantined?key=" + encode(key));
    }

    /** One search, one tick, one press; {@return the answer} */
    String press(String search, String key, String button) {
        return post("quarantine?q=" + encode(search), "held", Map.of("chosen", key, "held:" + button, ""));
    }

    /** One press on the page of a message; {@return the answer} */
    String pressOn(String key, String button) {
        return post("quarantined?key=" + encode(key), "one", Map.of("one:" + button, ""));
    }

    private String post(String page, String form, Map<String, String> fields) {
        String shown = console.get(page).body();
        Map<String, String> all = new TreeMap<>(fields);
        all.put(form, form);
        all.put("jakarta.faces.ViewState", first(STATE, shown));
        all.put("primefaces.nonce", first(NONCE, shown));
        StringBuilder body = new StringBuilder();
        all.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(encode(name))
                .append('=')
                .append(encode(value)));
        HttpResponse<String> answer = console.post(page, body.toString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).isTrue();
        return unescaped(found.group(1));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String unescaped(String text) {
        return text.replace("&gt;", ">").replace("&lt;", "<").replace("&quot;", "\"").replace("&amp;", "&");
    }
}
