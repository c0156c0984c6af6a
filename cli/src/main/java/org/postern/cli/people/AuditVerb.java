package org.postern.cli.people;

import org.postern.cli.client.Address;
import org.postern.cli.show.Columns;
import org.postern.cli.verb.LongListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Optional;

/** Who did what. */
@Command(name = "audit", description = "Tell who did what, the latest first", footer = "Example: ./postern audit --person ann --from 2026-11-29T00:00:00Z")
public final class AuditVerb extends LongListing {
    @Option(names = "--person", paramLabel = "NAME", description = "who")
    private Optional<String> person;
    @Option(names = "--thing", paramLabel = "TEXT", description = "about what")
    private Optional<String> thing;
    @Option(names = "--from", paramLabel = "TIME", description = "not before: 2026-11-29T00:00:00Z")
    private Optional<String> from;
    @Option(names = "--until", paramLabel = "TIME", description = "not after")
    private Optional<String> until;

    @Override
    protected Address place() {
        return Address.of("/audit")
                .with("person", person)
                .with("thing", thing)
                .with("from", from)
                .with("until", until)
                .with("limit", page());
    }

    @Override
    protected Columns columns() {
        return Columns.of("key", "at", "person", "role", "act", "thing", "before", "after");
    }
}
