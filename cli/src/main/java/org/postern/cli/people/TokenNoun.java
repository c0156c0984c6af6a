package org.postern.cli.people;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.client.Trouble;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** By what programs come in. */
@Command(name = "token", description = "Make and end the tokens by which programs use the API", subcommands = {
        TokenNoun.Lines.class, TokenNoun.Make.class, TokenNoun.End.class})
public final class TokenNoun {
    @Command(name = "list", description = "List all tokens, without their secrets", footer = "Example: ./postern token list")
    static final class Lines extends Listing {
        @Override
        protected Address place() {
            return Address.of("/tokens");
        }

        @Override
        protected Columns columns() {
            return Columns.of("name", "role", "expires", "used|never", "by", "created");
        }
    }

    @Command(name = "make", description = "Make a token, and print its secret, which nobody is told again", footer = "Example: ./postern token make watch --role auditor --expires 90d")
    static final class Make extends Verb {
        @Parameters(paramLabel = "NAME", description = "of the program")
        private String name;
        @Option(names = "--role", required = true, paramLabel = "ROLE", description = "auditor, operator or administrator")
        private String role;
        @Option(names = "--expires", required = true, paramLabel = "TIME", description = "in so many days (90d, at most 366d), or at a time (2027-01-01T00:00:00Z)")
        private String expires;

        @Override
        protected void act() {
            JsonObject made = api().post(Address.of("/tokens"),
                    Body.of("name", name).with("role", role).with("expires", end()));
            if (!isShown(made)) {
                screen().text(made.getString("token"));
            }
        }

        private String end() {
            if (expires.matches("\\d{1,4}d")) {
                Duration days = Duration.ofDays(Long.parseLong(expires.substring(0, expires.length() - 1)));
                return Instant.now().plus(days).truncatedTo(ChronoUnit.SECONDS).toString();
            }
            if (!expires.contains("T")) {
                throw Trouble.usage("--expires is in days, as 90d, or a time, as 2027-01-01T00:00:00Z");
            }
            return expires;
        }
    }

    @Command(name = "end", description = "End a token at once", footer = "Example: ./postern token end watch")
    static final class End extends Verb {
        @Parameters(paramLabel = "NAME")
        private String name;

        @Override
        protected void act() {
            api().delete(Address.of("/tokens/{}", name));
        }
    }
}
