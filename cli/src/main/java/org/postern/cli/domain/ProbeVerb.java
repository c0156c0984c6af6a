package org.postern.cli.domain;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.client.Trouble;
import org.postern.cli.show.Screen;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.Map;
import java.util.Optional;

/** Asks servers, and waits for what they say. */
@Command(name = "probe", description = "Ask the servers of a domain, or one host, whether they would take mail, and print what was said; nothing is handed over", footer = "Example: ./postern domain probe bob@example.org")
final class ProbeVerb extends Verb {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Map<String, String> MARKS = Map.of("we", ">", "server", "<", "nobody", "-");

    @Parameters(arity = "0..1", paramLabel = "RECIPIENT", description = "a domain, for its postmaster, or an address")
    private Optional<String> recipient = Optional.empty();
    @Option(names = "--host", paramLabel = "HOST[:PORT]", description = "ask this one; else those to which mail for the recipient goes")
    private Optional<String> host;

    @Override
    protected void act() {
        if (recipient.isEmpty() && host.isEmpty()) {
            throw Trouble.usage("say whom: RECIPIENT or --host");
        }
        JsonObject begun = api().post(Address.of("/probes"),
                Body.empty().with("recipient", recipient).with("host", host));
        JsonObject probe;
        do {
            LockSupport.parkNanos(PAUSE.toNanos());
            probe = api().get(Address.of("/probes/{}", begun.getString("id")));
        } while (!probe.getBoolean("over"));
        if (!isShown(probe)) {
            probe.getJsonArray("contacts").getValuesAs(JsonObject.class).forEach(this::tell);
            screen().words("verdict", probe.getString("verdict", "-"), probe.getString("reason", ""));
        }
    }

    private void tell(JsonObject contact) {
        Screen screen = screen();
        screen.words("server", contact.getString("server"), "");
        given("tls demanded", contact, "demand");
        given("tls", contact, "tls");
        given("not as demanded", contact, "fault");
        contact.getJsonArray("certificates")
                .getValuesAs(JsonObject.class)
                .forEach(one -> screen.words("certificate", one.getString("subject"),
                        "by " + one.getString("issuer") + ", ends " + one.getString("ends") + ", for "
                                + String.join(" ", one.getJsonArray("names").getValuesAs(JsonString::getString))));
        given("proves nothing", contact, "flaw");
        contact.getJsonArray("lines")
                .getValuesAs(JsonObject.class)
                .forEach(line -> screen.words(line.getInt("millis") + " ms", MARKS.getOrDefault(
                        line.getString("speaker"), "?"), line.getString("text")));
    }

    private void given(String label, JsonObject contact, String name) {
        String text = contact.getString(name, "");
        if (!text.isEmpty()) {
            screen().words(label, text, "");
        }
    }
}
