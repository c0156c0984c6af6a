package org.postern.reputation;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Some of the answers that a list gives. It is written like an address, each octet in one of these ways: {@code 2} that number, {@code 2-9} one of
 * these, {@code &4} all of these bits are set, {@code *} any. The first octet is 127, as of all answers of lists (RFC 5782, 2.1).
 *
 * @param text as it is written
 * @param octets what each of the four may be
 */
public record AnswerPattern(String text, List<Octet> octets) {
    /** All answers that lists may give. */
    public static final AnswerPattern ANY = parse("127.*.*.*");
    private static final int OCTETS = 4;
    private static final int LARGEST = 255;

    public AnswerPattern {
        octets = List.copyOf(octets);
    }

    /** What one octet may be. */
    sealed interface Octet {
        boolean allows(int value);
    }

    private record Range(int least, int most) implements Octet {
        @Override
        public boolean allows(int value) {
            return value >= least && value <= most;
        }
    }

    private record Bits(int set) implements Octet {
        @Override
        public boolean allows(int value) {
            return (value & set) == set;
        }
    }

    /**
     * {@return the pattern with this text}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static AnswerPattern parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != OCTETS || !parts[0].equals("127")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no answer of a list, such as 127.0.0.2 or 127.0.0.2-9");
        }
        List<Octet> octets = new ArrayList<>();
        for (String part : parts) {
            octets.add(octet(part, text));
        }
        return new AnswerPattern(text, octets);
    }

    private static Octet octet(String part, String text) {
        int dash = part.indexOf('-');
        if (part.equals("*")) {
            return new Range(0, LARGEST);
        }
        if (part.startsWith("&")) {
            return new Bits(number(part.substring(1), text));
        }
        if (dash < 0) {
            return new Range(number(part, text), number(part, text));
        }
        Range range = new Range(number(part.substring(0, dash), text), number(part.substring(dash + 1), text));
        if (range.least() > range.most()) {
            throw new IllegalArgumentException("'" + part + "' in '" + text + "' has its larger number first");
        }
        return range;
    }

    private static int number(String digits, String text) {
        boolean good = digits.length() <= 3 && !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!good || Integer.parseInt(digits) > LARGEST) {
            throw new IllegalArgumentException("'" + digits + "' in '" + text + "' is no number of 0 to " + LARGEST);
        }
        return Integer.parseInt(digits);
    }

    /** {@return whether this is one of the answers} */
    public boolean allows(InetAddress answer) {
        byte[] values = answer.getAddress();
        boolean allowed = answer instanceof Inet4Address;
        for (int i = 0; allowed && i < OCTETS; i++) {
            allowed = octets.get(i).allows(values[i] & 0xff);
        }
        return allowed;
    }

    @Override
    public String toString() {
        return text;
    }
}
