package org.postern.cli.mail;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;

/** Where mail is headed. */
final class DestinationVerbs {
    private static final Columns COLUMNS = Columns.of("destination", "waiting", "paused?paused:", "concurrency",
            "perMinute", "by");

    private DestinationVerbs() {}

    @Command(name = "destinations", description = "List destinations that mail waits for, or that somebody paused or limited", footer = "Example: ./postern queue destinations")
    static final class Destinations extends Listing {
        @Option(names = "--after", paramLabel = "DESTINATION", defaultValue = "", description = "begin behind this one")
        private String after;

        @Override
        protected Address place() {
            return Address.of("/destinations").with("after", Optional.of(after).filter(text -> !text.isEmpty()));
        }

        @Override
        protected Columns columns() {
            return COLUMNS;
        }
    }

    @Command(name = "doors", description = "List the hosts that keep mail waiting: those that fail, are slow, or are full", footer = "Example: ./postern queue doors")
    static final class Doors extends Listing {
        @Override
        protected Address place() {
            return Address.of("/destinations/doors");
        }

        @Override
        protected Columns columns() {
            return Columns.of("hosts", "inUse", "places", "failures", "shutUntil|open", "meanMillis", "slow?slow:",
                    "reason");
        }
    }

    @Command(name = "destination", description = "Show one destination, and what was said last of what waits for it", footer = "Example: ./postern queue destination mx:example.org")
    static final class One extends Verb {
        @Parameters(paramLabel = "DESTINATION", description = "as lists show it: mx:example.org, host:relay.example.org")
        private String destination;

        @Override
        protected void act() {
            JsonObject one = api().get(Address.of("/destinations/{}", destination));
            if (!isShown(one)) {
                screen().table(COLUMNS, List.of(one.getJsonObject("destination")));
                one.getJsonArray("lastReplies").getValuesAs(JsonString::getString).forEach(screen()::text);
            }
        }
    }

    @Command(name = "tls", description = "Show how sessions with the servers of a destination were protected, as was seen since the gateway started, and what is demanded of them", footer = "Example: ./postern queue tls mx:example.org")
    static final class Tls extends Verb {
        @Parameters(paramLabel = "DESTINATION", description = "as lists show it: mx:example.org, host:relay.example.org")
        private String destination;

        @Override
        protected void act() {
            JsonObject tls = api().get(Address.of("/destinations/{}/tls", destination));
            if (!isShown(tls)) {
                screen().words("demanded", tls.getString("policy"), tls.getString("rule", "where nothing else holds"));
                Optional.ofNullable(tls.getJsonObject("sts"))
                        .ifPresent(policy -> screen().words("mta-sts", policy.getString("mode"),
                                policy.getString("id") + " until " + policy.getString("until")));
                screen().table(Columns.of("server", "used.tls|clear", "used.demand", "used.since", "used.last",
                        "failed.at", "failed.demand", "failed.reason"),
                        tls.getJsonArray("servers").getValuesAs(JsonObject.class));
            }
        }
    }

    /** What is done about one destination. */
    private abstract static class Act extends Verb {
        @Parameters(paramLabel = "DESTINATION", description = "as lists show it: mx:example.org, host:relay.example.org")
        private String destination;

        final Address address(String act) {
            return Address.of("/destinations/{}/" + act, destination);
        }
    }

    @Command(name = "pause", description = "Try nothing there until it is resumed", footer = "Example: ./postern queue pause mx:example.org")
    static final class Pause extends Act {
        @Override
        protected void act() {
            api().post(address("pause"));
        }
    }

    @Command(name = "resume", description = "Go on there, and try all that waits for it", footer = "Example: ./postern queue resume mx:example.org")
    static final class Resume extends Act {
        @Override
        protected void act() {
            new Progress(session()).show(api().post(address("resume")), true);
        }
    }

    @Command(name = "flush", description = "Try all that was deferred there", footer = "Example: ./postern queue flush mx:example.org")
    static final class Flush extends Act {
        @Override
        protected void act() {
            new Progress(session()).show(api().post(address("flush")), true);
        }
    }

    @Command(name = "limit", description = "Limit deliveries there; what is left out is as usual", footer = "Example: ./postern queue limit mx:example.org --concurrency 2 --per-minute 60")
    static final class Limit extends Act {
        @Option(names = "--concurrency", paramLabel = "NUMBER", description = "deliveries at once")
        private Optional<Integer> concurrency;
        @Option(names = "--per-minute", paramLabel = "NUMBER", description = "messages a minute")
        private Optional<Integer> perMinute;

        @Override
        protected void act() {
            api().put(address("limit"),
                    Body.empty().withNumber("concurrency", concurrency).withNumber("perMinute", perMinute));
        }
    }
}
