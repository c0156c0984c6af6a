package org.postern.cli.verb;

import org.postern.cli.client.Trouble;
import picocli.CommandLine.Option;

/** A list of which people seldom want all. */
public abstract class LongListing extends Listing {
    private static final int LARGEST_PAGE = 500;

    @Option(names = "--limit", paramLabel = "NUMBER", defaultValue = "100", description = "show so many at most (${DEFAULT-VALUE})")
    private int limit;

    @Override
    protected int most() {
        if (limit < 1) {
            throw Trouble.usage("--limit is 1 or more");
        }
        return limit;
    }

    /** {@return how many lines a page is to have} */
    protected final String page() {
        return Integer.toString(Math.min(most(), LARGEST_PAGE));
    }
}
