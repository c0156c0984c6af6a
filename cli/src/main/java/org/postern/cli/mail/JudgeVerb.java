package org.postern.cli.mail;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.client.Trouble;
import org.postern.cli.show.Columns;
import org.postern.cli.show.Screen;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;

/** What would become of a message. */
@Command(name = "judge", description = {
        "Say what each check would say to a message of a stranger, and what would become of it.",
        "Nothing is kept of it, counted or learnt."}, footer = "Example: ./postern judge mail.eml --client 192.0.2.1 --helo mx.example.net --from a@example.net --to bob@example.org")
public final class JudgeVerb extends Verb {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "the message; - for standard input")
    private Optional<String> file;
    @Option(names = "--key", paramLabel = "KEY", description = "in place of a file, one that waits (./postern queue list)")
    private Optional<String> key;
    @Option(names = "--client", required = true, paramLabel = "ADDRESS", description = "the IP address of who would send it")
    private String client;
    @Option(names = "--helo", required = true, paramLabel = "NAME", description = "what it says in EHLO")
    private String helo;
    @Option(names = "--from", paramLabel = "ADDRESS", description = "the reverse-path; '' is the null one")
    private Optional<String> sender;
    @Option(names = "--to", paramLabel = "ADDRESS", description = "a recipient; may be repeated")
    private List<String> recipients = List.of();
    @Option(names = "--scanners", description = "ask scanners, too: what they remember is theirs")
    private boolean scanners;

    @Override
    protected void act() {
        if (file.isPresent() == key.isPresent()) {
            throw Trouble.usage("judge takes a FILE, or the --key of a message that waits");
        }
        Optional<String> from = sender.filter(text -> !text.isEmpty());
        JsonObject answer = key.isPresent()
                ? api().post(Address.of("/queue/{}/judge", key.get()),
                        Body.of("client", client)
                                .with("helo", helo)
                                .with("sender", from)
                                .with("recipients", recipients)
                                .with("scanners", scanners))
                : api().postMail(Address.of("/judge")
                        .with("client", client)
                        .with("helo", helo)
                        .with("sender", from)
                        .withEach("recipient", recipients)
                        .with("scanners", scanners ? "yes" : "no"), session().octets(file.orElseThrow()));
        if (!isShown(answer)) {
            tell(answer);
        }
    }

    private void tell(JsonObject answer) {
        Screen screen = screen();
        screen.words("verdict", answer.getString("verdict"), answer.getString("reason"));
        screen.words("score", Columns.number(answer.getJsonNumber("score")));
        if (answer.containsKey("reply")) {
            screen.words("reply", answer.getString("reply"));
        }
        answer.getJsonArray("symbols")
                .getValuesAs(JsonObject.class)
                .forEach(one -> screen.words("symbol", one.getString("name"),
                        Columns.number(one.getJsonNumber("weight")), one.getString("evidence")));
        answer.getJsonArray("results")
                .getValuesAs(JsonObject.class)
                .forEach(one -> screen.words("result", one.getString("method") + "=" + one.getString("result"),
                        one.getString("reason", "")));
        answer.getJsonArray("notes").getValuesAs(JsonString::getString).forEach(note -> screen.words("note", note));
    }
}
