package org.postern.cli.domain;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Daily reports on DMARC and TLS. */
@Command(name = "reports", description = "Show the reports on DMARC and TLS that were sent and received, and send one at once", subcommands = {
        ReportsNoun.Sent.class, ReportsNoun.Send.class, ReportsNoun.Received.class, ReportsNoun.Domains.class,
        ReportsNoun.Days.class, ReportsNoun.Show.class, ReportsNoun.Sources.class, ReportsNoun.Tls.class,
        ReportsNoun.OfTls.class})
public final class ReportsNoun {
    private static final Columns SENT = Columns.of("kind", "day", "domain", "state", "letters", "next", "words");

    /** Which kind of report, of which day. */
    static final class Which {
        @Option(names = "--kind", paramLabel = "KIND", defaultValue = "dmarc", description = "dmarc or tls (${DEFAULT-VALUE})")
        private String kind;
        @Option(names = "--day", paramLabel = "DAY", description = "in UTC: 2026-11-29")
        private Optional<String> day;
    }

    @Command(name = "sent", description = "List what became of reports to others on a day, which is yesterday", footer = "Example: ./postern reports sent --kind tls --day 2026-11-28")
    static final class Sent extends Listing {
        @Mixin
        private Which which;
        @Option(names = "--after", paramLabel = "DOMAIN", description = "begin behind this one")
        private Optional<String> after;

        @Override
        protected Address place() {
            return Address.of("/reports/sent")
                    .with("kind", which.kind)
                    .with("day", which.day)
                    .with("after", after)
                    .with("limit", "500");
        }

        @Override
        protected Columns columns() {
            return SENT;
        }
    }

    @Command(name = "send", description = "Send one at once, of what is known by now of a day, which is today", footer = "Example: ./postern reports send example.org")
    static final class Send extends Verb {
        @Parameters(paramLabel = "DOMAIN", description = "to whom")
        private String domain;
        @Mixin
        private Which which;

        @Override
        protected void act() {
            JsonObject sent = api().post(Address.of("/reports/sent"),
                    Body.of("kind", which.kind)
                            .with("domain", domain.toLowerCase(Locale.ROOT))
                            .with("day", which.day.orElseGet(() -> LocalDate.now(ZoneOffset.UTC).toString())));
            if (!isShown(sent)) {
                screen().table(SENT, List.of(sent));
            }
        }
    }

    @Command(name = "received", description = "List what others report, the latest first, what could not be read among it", footer = "Example: ./postern reports received")
    static final class Received extends Listing {
        @Option(names = "--before", paramLabel = "TIME", description = "what came before then: 2026-11-29T00:00:00Z")
        private Optional<String> before;

        @Override
        protected Address place() {
            return Address.of("/received-reports").with("before", before);
        }

        @Override
        protected Columns columns() {
            return Columns.of("key", "received", "kind|unread", "domain", "organization", "begin", "end", "passed",
                    "failed",
                    "queueId", "sender", "fault");
        }
    }

    @Command(name = "domains", description = "List the domains that reports of others are about", footer = "Example: ./postern reports domains")
    static final class Domains extends Listing {
        @Override
        protected Address place() {
            return Address.of("/received-reports/domains");
        }

        @Override
        protected Columns columns() {
            return Columns.of("domain", "passed", "failed");
        }
    }

    @Command(name = "days", description = "Say what others reported of each of the last days, on one domain or on all", footer = "Example: ./postern reports days --kind tls --domain example.org")
    static final class Days extends Listing {
        @Option(names = "--kind", paramLabel = "KIND", defaultValue = "dmarc", description = "dmarc or tls (${DEFAULT-VALUE})")
        private String kind;
        @Option(names = "--domain", paramLabel = "DOMAIN", description = "of ours; else all of them")
        private Optional<String> domain;

        @Override
        protected Address place() {
            return Address.of("/received-reports/days").with("kind", kind).with("domain", domain);
        }

        @Override
        protected Columns columns() {
            return Columns.of("day", "passed", "failed");
        }
    }

    @Command(name = "show", description = "Show the lines of a report that was received", footer = "Example: ./postern reports show 12")
    static final class Show extends Listing {
        @Parameters(paramLabel = "KEY", description = "as ./postern reports received shows it")
        private String key;

        @Override
        protected Address place() {
            return Address.of("/received-reports/{}/lines", key);
        }

        @Override
        protected Columns columns() {
            return Columns.of("source", "about", "count", "passed?passed:failed", "words");
        }
    }

    @Command(name = "sources", description = "Say who sent in the name of a domain, by what came within a week", footer = "Example: ./postern reports sources example.org")
    static final class Sources extends Listing {
        @Parameters(paramLabel = "DOMAIN")
        private String domain;

        @Override
        protected Address place() {
            return Address.of("/received-reports/sources/{}", domain);
        }

        @Override
        protected Columns columns() {
            return Columns.of("source", "passed", "failed");
        }
    }

    @Command(name = "tls", description = "List the domains with which there was TLS on a day, which is today", footer = "Example: ./postern reports tls")
    static final class Tls extends Verb {
        @Option(names = "--day", paramLabel = "DAY", description = "in UTC: 2026-11-29")
        private Optional<String> day;
        @Option(names = "--after", paramLabel = "DOMAIN", description = "begin behind this one")
        private Optional<String> after;

        @Override
        protected void act() {
            JsonObject page = api()
                    .get(Address.of("/reports/tls").with("day", day).with("after", after).with("limit", "500"));
            if (!isShown(page)) {
                page.getJsonArray("items").getValuesAs(JsonString::getString).forEach(screen()::text);
            }
        }
    }

    @Command(name = "tls-report", description = "Print the report on TLS that a domain may be sent (RFC 8460)", footer = "Example: ./postern reports tls-report example.org")
    static final class OfTls extends Verb {
        @Parameters(paramLabel = "DOMAIN")
        private String domain;
        @Option(names = "--day", paramLabel = "DAY", description = "in UTC: 2026-11-29")
        private Optional<String> day;

        @Override
        protected void act() {
            JsonObject report = api().get(Address.of("/reports/tls/{}", domain).with("day", day));
            if (!isShown(report)) {
                screen().text(report.getString("report"));
            }
        }
    }
}
