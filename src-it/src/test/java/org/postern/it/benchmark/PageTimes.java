package org.postern.it.benchmark;

import org.postern.it.harness.Console;

import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * How long pages take, from the request to the last octet, as rows of a table.
 *
 * @param console somebody who has logged in
 * @param out where the rows go
 */
record PageTimes(Console console, PrintStream out) {
    /** Requests that count. */
    static final int TURNS = 40;
    /** Requests before them that do not. */
    static final int WARMING = 3;
    private static final double NANOS_IN_MILLI = 1e6;

    void head(String what) {
        out.println("\n| " + what + " | median, ms | p95, ms | longest, ms |");
        out.println("|---|---|---|---|");
    }

    /**
     * Asks many times.
     *
     * @param page its path and query, by the number of the turn, which is negative while it does not count
     */
    void of(String what, IntFunction<String> page) {
        long[] times = new long[TURNS];
        for (int turn = -WARMING; turn < TURNS; turn++) {
            String asked = page.apply(turn);
            long start = System.nanoTime();
            HttpResponse<String> answer = console.get(asked);
            if (turn >= 0) {
                times[turn] = System.nanoTime() - start;
            }
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(asked + " answers " + answer.statusCode());
            }
        }
        Arrays.sort(times);
        out.println(String.format(Locale.ROOT, "| %s | %.0f | %.0f | %.0f |", what, times[TURNS / 2] / NANOS_IN_MILLI,
                times[TURNS * 95 / 100] / NANOS_IN_MILLI, times[TURNS - 1] / NANOS_IN_MILLI));
    }
}
