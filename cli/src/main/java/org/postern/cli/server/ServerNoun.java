package org.postern.cli.server;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.postern.cli.client.Address;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The server itself. */
@Command(name = "server", description = "Show how the gateway stands: listeners, certificates, SMTP sessions, JMS queues", subcommands = {
        ServerNoun.Show.class, ServerNoun.Listeners.class, ServerNoun.Certificates.class, ServerNoun.Sessions.class,
        ServerNoun.Queues.class, ServerNoun.Flow.class, ServerNoun.Gauges.class})
public final class ServerNoun {
    @Command(name = "show", description = "Say whether mail is taken, and what should be seen to", footer = "Example: ./postern server show")
    static final class Show extends Verb {
        @Override
        protected void act() {
            JsonObject standing = api().get(Address.of("/server"));
            if (!isShown(standing)) {
                screen().text(standing.getBoolean("ready") ? "Mail is taken." : "Mail is not taken:");
                standing.getJsonArray("obstacles").getValuesAs(JsonString::getString).forEach(screen()::text);
                standing.getJsonArray("remarks").getValuesAs(JsonString::getString).forEach(screen()::text);
            }
        }
    }

    @Command(name = "listeners", description = "List the ports on which mail comes in", footer = "Example: ./postern server listeners")
    static final class Listeners extends Listing {
        @Override
        protected Address place() {
            return Address.of("/server/listeners");
        }

        @Override
        protected Columns columns() {
            return Columns.of("name", "role", "state", "address", "port", "sessions", "sessionsBegun", "accepted",
                    "error");
        }
    }

    @Command(name = "certificates", description = "List the certificates of the ports, and when they end", footer = "Example: ./postern server certificates")
    static final class Certificates extends Listing {
        @Override
        protected Address place() {
            return Address.of("/server/certificates");
        }

        @Override
        protected Columns columns() {
            return Columns.of("listener", "ends", "subject", "names");
        }
    }

    @Command(name = "sessions", description = "List the SMTP sessions that are going on", footer = "Example: ./postern server sessions")
    static final class Sessions extends Listing {
        @Override
        protected Address place() {
            return Address.of("/server/sessions");
        }

        @Override
        protected Columns columns() {
            return Columns.of("reference", "listener", "client", "helo", "stage", "tls", "identity", "messages",
                    "octets",
                    "seconds");
        }
    }

    @Command(name = "queues", description = "List the JMS queues, the gateway's own and those of applications", footer = "Example: ./postern server queues")
    static final class Queues extends Listing {
        @Override
        protected Address place() {
            return Address.of("/server/queues");
        }

        @Override
        protected Columns columns() {
            return Columns.of("name", "depth", "delivering", "scheduled", "consumers", "added");
        }
    }

    @Command(name = "flow", description = "Say how much mail came and went, step by step; the last one is not over yet", footer = "Example: ./postern server flow --range day")
    static final class Flow extends Listing {
        @Option(names = "--range", paramLabel = "RANGE", defaultValue = "hour", description = "hour (by the minute), day (by ten minutes) or month (by six hours) (${DEFAULT-VALUE})")
        private String range;

        @Override
        protected Address place() {
            return Address.of("/server/flow").with("range", range);
        }

        @Override
        protected Columns columns() {
            return Columns.of("begins", "seconds", "received", "delivered", "refused", "deferred", "failed",
                    "quarantined");
        }
    }

    @Command(name = "gauges", description = "Say how stores, disks, scanners and certificates stand", footer = "Example: ./postern server gauges")
    static final class Gauges extends Listing {
        @Override
        protected Address place() {
            return Address.of("/server/gauges");
        }

        @Override
        protected Columns columns() {
            return Columns.of("name", "state", "used", "words", "more");
        }
    }
}
