package org.postern.auth.dmarc;

import org.postern.mail.Mailbox;
import org.postern.smtp.wire.MailboxParser;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an owner wants reports (RFC 9989, 4.6 and 4.8).
 *
 * @param text the URI as it stood in the record, without a size, printable ASCII, at most {@value #LONGEST} characters
 * @param mailbox of a {@code mailto:} URI; empty for other schemes, which are not served
 * @param most the octets of the largest message that is wanted there, written behind an exclamation mark (RFC 7489, 6.2; RFC 9989 has it no more, and many
 *     records still do); empty where nothing is said, or nothing that can be read
 */
public record ReportUri(String text, Optional<Mailbox> mailbox, Optional<Long> most) {
    /** The most URIs of one tag that are looked at. */
    public static final int MOST = 10;
    /** The longest URI that is taken, in characters. */
    public static final int LONGEST = 512;
    private static final String MAILTO = "mailto";
    private static final int LONGEST_SIZE = 12;
    private static final String UNITS = "kmgt";

    /** {@return the URIs of a tag that are well formed, in their order, the first {@value #MOST}} */
    public static List<ReportUri> list(String value) {
        List<ReportUri> uris = new ArrayList<>();
        int from = 0;
        while (from <= value.length() && uris.size() < MOST) {
            int comma = value.indexOf(',', from);
            int to = comma < 0 ? value.length() : comma;
            parse(value.substring(from, to).strip()).ifPresent(uris::add);
            from = to + 1;
        }
        return List.copyOf(uris);
    }

    private static Optional<ReportUri> parse(String written) {
        int size = written.indexOf('!');
        String text = size < 0 ? written : written.substring(0, size);
        Optional<Long> most = size < 0 ? Optional.empty() : octets(written.substring(size + 1));
        if (text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            if (!uri.isAbsolute()) {
                return Optional.empty();
            }
            if (!MAILTO.equalsIgnoreCase(uri.getScheme())) {
                return Optional.of(new ReportUri(text, Optional.empty(), most));
            }
            String path = uri.getSchemeSpecificPart();
            int query = path.indexOf('?');
            return MailboxParser.parseInternational(query < 0 ? path : path.substring(0, query))
                    .toOptional()
                    .map(mailbox -> new ReportUri(text, Optional.of(mailbox), most));
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    /** A number, and perhaps a unit: powers of 1024. */
    private static Optional<Long> octets(String size) {
        String written = size.toLowerCase(Locale.ROOT);
        int unit = written.isEmpty() ? -1 : UNITS.indexOf(written.charAt(written.length() - 1));
        String number = unit < 0 ? written : written.substring(0, written.length() - 1);
        boolean good = !number.isEmpty() && number.length() <= LONGEST_SIZE
                && number.chars().allMatch(c -> c >= '0' && c <= '9');
        long factor = 1L << (10 * (unit + 1));
        return good
                ? Optional.of(Math.min(Long.parseLong(number), Long.MAX_VALUE / factor) * factor)
                : Optional.empty();
    }
}
