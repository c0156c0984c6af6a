package org.postern.cli.server;

import org.postern.cli.client.Address;
import org.postern.cli.client.Trouble;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whatever the API has. */
@Command(name = "api", description = "Ask the API as docs/api.md has it, and print what it answers", footer = "Example: ./postern api get /openapi.json")
public final class ApiVerb extends Verb {
    @Parameters(index = "0", paramLabel = "METHOD", description = "get, post, put or delete")
    private String method;
    @Parameters(index = "1", paramLabel = "ADDRESS", description = "below /api/v1, with its query, percent-encoded")
    private String address;
    @Option(names = "--body", paramLabel = "JSON", description = "what is sent along; - for standard input")
    private Optional<String> body;

    @Override
    protected void act() {
        String verb = method.toUpperCase(Locale.ROOT);
        if (!List.of("GET", "POST", "PUT", "DELETE").contains(verb) || !address.startsWith("/")) {
            throw Trouble.usage("api takes a method and an address, as in: ./postern api get /queue/count");
        }
        try (InputStream answer = api().ask(verb, Address.of(address),
                body.map(text -> text.equals("-") ? session().octets(text) : text.getBytes(StandardCharsets.UTF_8)))) {
            screen().octets(answer);
            screen().octets().println();
        } catch (IOException e) {
            throw Trouble.failed("the answer cannot be read: " + e.getMessage());
        }
    }
}
