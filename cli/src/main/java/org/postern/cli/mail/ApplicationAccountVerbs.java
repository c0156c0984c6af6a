package org.postern.cli.mail;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What accounts of applications may do. */
final class ApplicationAccountVerbs {
    private static final Columns COLUMNS = Columns.of("name", "logins", "perMinute", "queues", "senders");

    private ApplicationAccountVerbs() {}

    @Command(name = "accounts", description = "List the accounts by which applications log in from outside, and what they may do", footer = "Example: ./postern application accounts")
    static final class Accounts extends Listing {
        @Override
        protected Address place() {
            return Address.of("/application-accounts");
        }

        @Override
        protected Columns columns() {
            return COLUMNS;
        }
    }

    /** A command about one account. */
    private abstract static class OfOne extends Verb {
        @Parameters(paramLabel = "NAME", description = "by which the application logs in, such as orders@applications")
        private String name;

        final Address address() {
            return Address.of("/application-accounts/{}", name);
        }

        final void show(JsonObject account) {
            if (!isShown(account)) {
                screen().table(COLUMNS, List.of(account));
            }
        }
    }

    @Command(name = "account", description = "Show one of these accounts", footer = "Example: ./postern application account orders@applications")
    static final class Account extends OfOne {
        @Override
        protected void act() {
            show(api().get(address()));
        }
    }

    @Command(name = "limit", description = {
            "Say which queues and topics an account may read and write, whom it may write as sender, in the envelope and in From, and how many messages it may hand in a minute.",
            "What is left out stays."}, footer = "Example: ./postern application limit orders@applications --may-use queue:orders --may-send-as orders@app.example,shop.example --per-minute 600")
    static final class Limit extends OfOne {
        @Option(names = "--may-use", paramLabel = "QUEUE,...", description = "each a queue:NAME or topic:NAME, as routes name them; '' for those of all applications")
        private Optional<String> queues;
        @Option(names = "--may-send-as", paramLabel = "SENDER,...", description = "each a mailbox@domain, a domain, .domain for all below it, or *; '' for anybody")
        private Optional<String> senders;
        @Option(names = "--per-minute", paramLabel = "NUMBER", description = "what is more waits until it is its turn; 0 for any number")
        private Optional<Integer> perMinute;

        @Override
        protected void act() {
            Body body = Body.empty().withNumber("perMinute", perMinute);
            queues.ifPresent(said -> body.withAll("queues", each(said)));
            senders.ifPresent(said -> body.withAll("senders", each(said)));
            show(api().put(address(), body));
        }

        private static List<String> each(String list) {
            return Arrays.stream(list.split(",", -1)).map(String::strip).filter(one -> !one.isEmpty()).toList();
        }
    }
}
