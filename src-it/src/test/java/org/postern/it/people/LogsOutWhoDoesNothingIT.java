package org.postern.it.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.Console;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.Office;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page that looks for news by itself keeps nobody logged in. */
@Office.Shared
class LogsOutWhoDoesNothingIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Pattern POLL = Pattern.compile("\"Poll\",\"[^\"]*\",\\{id:\"([^\"]*)\"");
    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile("\\bnonce=\"([^\"]*)\"");

    @Test
    void whoDoesNothingIsLedToTheLoginByTheOpenPageAndWhoDoesSomethingIsNot(Office office) {
        Console worker = office.administrator();
        Console watcher = Colleague.added(office.gateway(), worker, "wendy", "auditor");
        LocalQueue settings = new LocalQueue(office.gateway(), "setting");
        settings.ask("set", "key", "http.session-idle", "value", "10s");
        try {
            String news = news(watcher.get("dashboard").body());
            assertThat(lookForNews(watcher, news)).contains("<partial-response").doesNotContain("/login");
            Await.until("the open page leads to the login", LIMIT, () -> {
                assertThat(worker.get("account").statusCode()).isEqualTo(200);
                return lookForNews(watcher, news).contains("<redirect url=\"/login\">");
            });
            assertThat(worker.get("account").statusCode()).isEqualTo(200);
        } finally {
            settings.ask("reset", "key", "http.session-idle");
            Await.until("its default counts", LIMIT, () -> {
                assertThat(worker.get("account").statusCode()).isEqualTo(200);
                return settings.ask("show", "key", "http.session-idle").toString().contains("default");
            });
        }
    }

    private static String lookForNews(Console console, String form) {
        return console.post("dashboard", form, Map.of("Faces-Request", "partial/ajax")).body();
    }

    private static String news(String page) {
        String poll = first(POLL, page);
        return "jakarta.faces.partial.ajax=true&jakarta.faces.source=" + encode(poll)
                + "&jakarta.faces.partial.execute=" + encode(poll) + "&" + encode(poll) + "=" + encode(poll)
                + "&now=now&primefaces.nonce=" + encode(first(NONCE, page)) + "&jakarta.faces.ViewState="
                + encode(first(STATE, page));
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
