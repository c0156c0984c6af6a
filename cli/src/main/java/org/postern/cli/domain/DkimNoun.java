package org.postern.cli.domain;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.client.Body;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.Listing;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Optional;

/** The keys that sign mail of a domain. */
@Command(name = "dkim", description = "Make, switch and retire the keys that sign mail of a domain", subcommands = {
        DkimNoun.Lines.class, DkimNoun.Make.class, DkimNoun.Switch.class, DkimNoun.Retire.class, DkimNoun.Forget.class})
public final class DkimNoun {
    private static final Columns COLUMNS = Columns.of("domain", "selector", "algorithm", "state", "since", "by",
            "dns.name",
            "dns.type", "dns.value", "dns.now.state", "dns.now.found");

    @Command(name = "list", description = "List all keys, or those of a domain with what the DNS says of them", footer = "Example: ./postern dkim list example.org")
    static final class Lines extends Listing {
        @Parameters(paramLabel = "DOMAIN", arity = "0..1")
        private Optional<String> domain;

        @Override
        protected Address place() {
            return domain.map(name -> Address.of("/domains/{}/keys", name))
                    .orElseGet(() -> Address.of("/domains/keys"));
        }

        @Override
        protected Columns columns() {
            return COLUMNS;
        }
    }

    /** A command about the keys of one domain. */
    private abstract static class OfOne extends Verb {
        @Parameters(index = "0", paramLabel = "DOMAIN")
        private String domain;

        final Address keys(String act) {
            return Address.of("/domains/{}/keys" + act, domain);
        }

        final Address key(String selector, String act) {
            return Address.of("/domains/{}/keys/{}" + act, domain, selector);
        }

        final void show(JsonObject page) {
            if (!isShown(page)) {
                screen().table(COLUMNS, page.getJsonArray("items").getValuesAs(JsonObject.class));
            }
        }
    }

    @Command(name = "make", description = "Make keys, the first or the next ones, and print what to publish", footer = "Example: ./postern dkim make example.org")
    static final class Make extends OfOne {
        @Override
        protected void act() {
            show(api().post(keys("")));
        }
    }

    @Command(name = "switch", description = "Let the newest keys sign, once the DNS shows them", footer = "Example: ./postern dkim switch example.org")
    static final class Switch extends OfOne {
        @Override
        protected void act() {
            show(api().post(keys("/switch")));
        }
    }

    @Command(name = "retire", description = "Retire a key: twice, when mail with its signatures has arrived everywhere", footer = "Example: ./postern dkim retire example.org p20261129r")
    static final class Retire extends OfOne {
        @Parameters(index = "1", paramLabel = "SELECTOR")
        private String selector;
        @Option(names = "--now", description = "before its time, as when others have got hold of it")
        private boolean now;

        @Override
        protected void act() {
            show(api().post(key(selector, "/retire"), Body.empty().with("now", now)));
        }
    }

    @Command(name = "forget", description = "Forget a key that signs nothing and whose signatures nobody needs", footer = "Example: ./postern dkim forget example.org p20261129r")
    static final class Forget extends OfOne {
        @Parameters(index = "1", paramLabel = "SELECTOR")
        private String selector;

        @Override
        protected void act() {
            api().delete(key(selector, ""));
        }
    }
}
