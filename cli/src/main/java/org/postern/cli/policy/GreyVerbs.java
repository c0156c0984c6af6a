package org.postern.cli.policy;

import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.LongListing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Optional;

/** What is done about those who are to come again. */
final class GreyVerbs {
    private GreyVerbs() {}

    @Command(name = "show", description = "List who is to come again, the latest first", footer = "Example: ./postern list grey show")
    static final class Lines extends LongListing {
        @Override
        protected Address place() {
            return Address.of("/greylist").with("limit", page());
        }

        @Override
        protected Columns columns() {
            return Columns.of("network", "sender", "recipient", "since");
        }
    }

    @Command(name = "release", description = "Let a client's network write for the sender's domain to the recipient from now on", footer = "Example: ./postern list grey release --client 192.0.2.1 --from a@example.net --to bob@example.org")
    static final class Release extends Verb {
        @Option(names = "--client", required = true, paramLabel = "ADDRESS", description = "its IP address")
        private String client;
        @Option(names = "--from", paramLabel = "ADDRESS", description = "the sender; left out, or '', for the null reverse-path")
        private Optional<String> sender;
        @Option(names = "--to", required = true, paramLabel = "ADDRESS", description = "the recipient")
        private String recipient;

        @Override
        protected void act() {
            api().post(Address.of("/greylist/release"),
                    Body.of("client", client)
                            .with("sender", sender.filter(text -> !text.isEmpty()))
                            .with("recipient", recipient));
        }
    }
}
