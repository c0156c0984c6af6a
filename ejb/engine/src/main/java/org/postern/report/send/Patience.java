package org.postern.report.send;

import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.dns.TextDns;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Asks the DNS about one domain for so long at most, and the time of one query; what is asked later has no answer for now. Servers may be as slow as strangers like. */
final class Patience implements TextDns {
    /** How long names are looked up for the reports of one domain. */
    static final Duration MOST = Duration.ofSeconds(20);

    private final TextDns dns;
    private final InstantSource clock;
    private final Instant end;

    /** Its time begins now. */
    Patience(TextDns dns, InstantSource clock) {
        this.dns = dns;
        this.clock = clock;
        this.end = clock.instant().plus(MOST);
    }

    @Override
    public TextAnswer texts(String name) {
        return clock.instant().isBefore(end)
                ? dns.texts(name)
                : new Temporary("looking up took more than " + MOST.toSeconds() + " s");
    }
}
