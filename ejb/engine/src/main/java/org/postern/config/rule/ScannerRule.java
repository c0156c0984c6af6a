package org.postern.config.rule;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Another program that is asked about messages.
 *
 * @param name in log, console and findings; small letters, digits and hyphens, a letter first, at most 32
 * @param kind how it is spoken to
 * @param address where it listens
 * @param limits how much of what it gets
 * @param options what only some kinds know
 */
public record ScannerRule(String name, Kind kind, ScannerAddress address, Limits limits, Options options) {
    /** The most of them. */
    public static final int MOST = 20;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** How a scanner is spoken to, written in lower case. */
    public enum Kind {
        /** ClamAV's daemon, by INSTREAM. */
        CLAMD,
        /** SpamAssassin's daemon, by SPAMC/1.5. */
        SPAMD,
        /** Rspamd's normal worker, by HTTP. */
        RSPAMD,
        /** Anything that speaks version 6 of the milter protocol. */
        MILTER;

        /** {@return what counts where nothing is said} */
        public Limits usual() {
            return switch (this) {
                case CLAMD -> usual(10, 25L << 20, WhenAbsent.DEFER);
                case SPAMD -> usual(10, 512L << 10, WhenAbsent.IGNORE);
                case RSPAMD -> usual(8, 25L << 20, WhenAbsent.IGNORE);
                case MILTER -> usual(10, 25L << 20, WhenAbsent.IGNORE);
            };
        }

        private static Limits usual(int seconds, long size, WhenAbsent whenAbsent) {
            return new Limits(Duration.ofSeconds(seconds), size, 20, whenAbsent, WhenLarger.PASS);
        }
    }

    /** What becomes of a message that a scanner has said nothing about, written in lower case. */
    public enum WhenAbsent {
        /** As if there were no such scanner. */
        IGNORE,
        /** The client is to come again. */
        DEFER
    }

    /** What becomes of a message that is larger than a scanner gets, written in lower case. */
    public enum WhenLarger {
        /** It is not looked at, and counts as clean. */
        PASS,
        /** As if the scanner were absent. */
        ABSENT
    }

    /**
     * How much of what a scanner gets.
     *
     * @param time for one message, from the connection to the last octet of the answer
     * @param size of a message, in octets
     * @param concurrency how many messages at a time; more wait, within that time
     * @param whenAbsent if it has said nothing in that time
     * @param whenLarger if a message is larger than that
     */
    public record Limits(Duration time, long size, int concurrency, WhenAbsent whenAbsent, WhenLarger whenLarger) {}

    /**
     * What only some kinds know.
     *
     * @param weight clamd: what a virus weighs
     * @param factor spamd and rspamd: what a point of the scanner's score weighs
     * @param user spamd: whose preferences count
     * @param password rspamd: what its worker wants to know of those it does not trust by their address
     */
    public record Options(double weight, double factor, Optional<String> user, Optional<Secret> password) {
        /** What counts where nothing is said. A virus weighs so much that {@code trust.refuse} is reached by it alone. */
        public static final Options USUAL = new Options(20, 1, Optional.empty(), Optional.empty());
    }

    public ScannerRule {
        if (kind == Kind.RSPAMD && address instanceof ScannerAddress.Local) {
            throw new IllegalArgumentException("rspamd is spoken to by host:port alone");
        }
        if (kind == Kind.RSPAMD && URI.create("http://" + address).getHost() == null) {
            throw new IllegalArgumentException("HTTP knows no host of this name: " + address);
        }
    }

    /** {@return the text, which may be the name of a scanner} */
    public static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a name is 1 to 32 small letters, digits and hyphens, a letter first; not " + text);
        }
        return text;
    }
}
