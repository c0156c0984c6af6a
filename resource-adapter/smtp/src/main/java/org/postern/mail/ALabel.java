package org.postern.mail;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * A label beyond ASCII as the DNS knows it (RFC 5890, 2.3.2.1): {@code xn--} and its Punycode (RFC 3492). Unlike {@link java.net.IDN},
 * which follows IDNA2003, it maps no character but upper case: {@code straße} stays another name than {@code strasse}.
 */
final class ALabel {
    private static final String PREFIX = "xn--";
    private static final int BASE = 36;
    private static final int MIN_THRESHOLD = 1;
    private static final int MAX_THRESHOLD = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_BEYOND_ASCII = 128;

    private final int[] label;
    private final StringBuilder encoded = new StringBuilder(PREFIX);
    private int bias = FIRST_BIAS;

    private ALabel(String label) {
        this.label = Normalizer.normalize(label.toLowerCase(Locale.ROOT), Form.NFC).codePoints().toArray();
    }

    /** {@return the label in lower case, as an A-label if it has characters beyond ASCII} */
    static String of(String label) {
        return isAscii(label) ? label.toLowerCase(Locale.ROOT) : new ALabel(label).encode();
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_BEYOND_ASCII) {
                return false;
            }
        }
        return true;
    }

    private String encode() {
        int done = 0;
        for (int c : label) {
            if (c < FIRST_BEYOND_ASCII) {
                encoded.append((char) c);
                done++;
            }
        }
        int ascii = done;
        if (ascii > 0) {
            encoded.append('-');
        }
        int below = FIRST_BEYOND_ASCII;
        int delta = 0;
        while (done < label.length) {
            int next = smallestFrom(below);
            delta += (next - below) * (done + 1);
            for (int c : label) {
                delta += c < next ? 1 : 0;
                if (c == next) {
                    append(delta);
                    bias = adapt(delta, done + 1, done == ascii);
                    delta = 0;
                    done++;
                }
            }
            delta++;
            below = next + 1;
        }
        return encoded.toString();
    }

    private int smallestFrom(int least) {
        int smallest = Integer.MAX_VALUE;
        for (int c : label) {
            smallest = c >= least ? Math.min(c, smallest) : smallest;
        }
        return smallest;
    }

    /** Appends a number of variable length (RFC 3492, 3.3). */
    private void append(int number) {
        int rest = number;
        int k = BASE;
        int threshold = threshold(k);
        while (rest >= threshold) {
            encoded.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
            k += BASE;
            threshold = threshold(k);
        }
        encoded.append(digit(rest));
    }

    private int threshold(int k) {
        return Math.clamp(k - bias, MIN_THRESHOLD, MAX_THRESHOLD);
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    private static int adapt(int delta, int points, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / points;
        int k = 0;
        while (rest > (BASE - MIN_THRESHOLD) * MAX_THRESHOLD / 2) {
            rest /= BASE - MIN_THRESHOLD;
            k += BASE;
        }
        return k + (BASE - MIN_THRESHOLD + 1) * rest / (rest + SKEW);
    }
}
