package org.postern.it.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;

import java.net.http.HttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody whom an administrator lets in. */
public final class Colleague {
    public static final String PASSWORD = "four words without relation";
    private static final Pattern LINK = Pattern.compile("/(password\\?token=[\\w-]+)");

    private Colleague() {}

    /** {@return a browser in which a new person of this role is logged in} */
    public static Console added(Gateway gateway, Console administrator, String name, String role) {
        return added(gateway, administrator, name, role, "*");
    }

    /** {@return the same, for the mail of these domains alone} */
    public static Console added(Gateway gateway, Console administrator, String name, String role, String domains) {
        HttpResponse<String> answer = act(administrator, "add",
                Map.of("person", name, "role", role, "domains", domains));
        assertThat(answer.statusCode()).isEqualTo(200);
        String link = link(answer.body());
        Console console = Console.anonymous(gateway);
        assertThat(console.submit(link, Map.of("password", PASSWORD, "again", PASSWORD)).body())
                .contains("Your password is set");
        assertThat(console.login(name, PASSWORD).statusCode()).isEqualTo(302);
        return console;
    }

    /** Ends the access of somebody who was let in. */
    public static void ended(Console administrator, String name) {
        assertThat(act(administrator, "end", Map.of("person", name)).statusCode()).isEqualTo(302);
    }

    /** {@return the link that stands in a text} */
    static String link(String text) {
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    /** {@return the answer to a press on the page of the people} */
    static HttpResponse<String> act(Console console, String act, Map<String, String> fields) {
        StringBuilder form = new StringBuilder("act=" + act);
        fields.forEach((name, value) -> form.append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return console.post("people-acts", form.toString());
    }
}
