package org.postern.cli.domain;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.postern.cli.client.Address;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Optional;

/** Domains. */
@Command(name = "domain", description = "List one's own domains, and find out what is wrong with anybody's", subcommands = {
        DomainNoun.Lines.class, DomainNoun.Routes.class, DomainNoun.Diagnose.class, ProbeVerb.class})
public final class DomainNoun {
    @Command(name = "list", description = "List the domains that routes or keys name", footer = "Example: ./postern domain list")
    static final class Lines extends Listing {
        @Override
        protected Address place() {
            return Address.of("/domains");
        }

        @Override
        protected Columns columns() {
            return Columns.of("name", "targets", "keys");
        }
    }

    @Command(name = "routes", description = "List the routes that mail for a domain may take, in the order in which they are asked", footer = "Example: ./postern domain routes example.org")
    static final class Routes extends Listing {
        @Parameters(paramLabel = "DOMAIN")
        private String domain;

        @Override
        protected Address place() {
            return Address.of("/domains/{}/routes", domain);
        }

        @Override
        protected Columns columns() {
            return Columns.of("id|file", "enabled?on:off", "name", "when", "target");
        }
    }

    @Command(name = "diagnose", description = "Say what a domain publishes about mail, and what is wrong with it: MX, SPF, DKIM, DMARC, PTR, TLS", footer = "Example: ./postern domain diagnose example.org --client 192.0.2.1")
    static final class Diagnose extends Verb {
        @Parameters(paramLabel = "DOMAIN")
        private String domain;
        @Option(names = "--selector", paramLabel = "SELECTOR", description = "of a key that signs its mail")
        private Optional<String> selector;
        @Option(names = "--client", paramLabel = "ADDRESS", description = "an IP address that sends its mail")
        private Optional<String> client;

        @Override
        protected void act() {
            JsonObject findings = api().get(Address.of("/domains/{}/diagnosis", domain)
                    .with("selector", selector)
                    .with("client", client));
            if (!isShown(findings)) {
                findings.getJsonArray("items").getValuesAs(JsonObject.class).forEach(this::tell);
            }
        }

        private void tell(JsonObject finding) {
            screen().words(finding.getString("about"), finding.getString("state"), finding.getString("words"));
            finding.getJsonArray("records")
                    .getValuesAs(JsonString::getString)
                    .forEach(text -> screen().words("", "", text));
        }
    }

    /** What it has to publish. */
    @Command(name = "dns", description = "List what a domain has to publish, and of each whether the DNS has it now: there, differs, missing or unknown", footer = "Example: ./postern dns example.org")
    public static final class Records extends Listing {
        @Parameters(paramLabel = "DOMAIN")
        private String domain;

        @Override
        protected Address place() {
            return Address.of("/domains/{}/records", domain);
        }

        @Override
        protected Columns columns() {
            return Columns.of("name", "type", "value", "now.state", "now.found");
        }
    }
}
