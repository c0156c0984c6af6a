package org.postern.auth.dmarc;

import org.postern.mail.Mailbox;
import org.postern.smtp.wire.MailboxParser;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an owner wants reports (RFC 9989, 4.6 and 4.8). A size behind an exclamation mark, which RFC 7489 had, is left out.
 *
 * @param text the URI as it stood in the record, printable ASCII, at most {@value #LONGEST} characters
 * @param mailbox of a {@code mailto:} URI; empty for other schemes, which are not served
 */
public record ReportUri(String text, Optional<Mailbox> mailbox) {
    /** The most URIs of one tag that are looked at. */
    public static final int MOST = 10;
    /** The longest URI that is taken, in characters. */
    public static final int LONGEST = 512;
    private static final String MAILTO = "mailto";

    /** {@return the URIs of a tag that are well formed, in their order, the first {@value #MOST}} */
    static List<ReportUri> list(String value) {
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
        if (text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            if (!uri.isAbsolute()) {
                return Optional.empty();
            }
            if (!MAILTO.equalsIgnoreCase(uri.getScheme())) {
                return Optional.of(new ReportUri(text, Optional.empty()));
            }
            String path = uri.getSchemeSpecificPart();
            int query = path.indexOf('?');
            return MailboxParser.parseInternational(query < 0 ? path : path.substring(0, query))
                    .toOptional()
                    .map(mailbox -> new ReportUri(text, Optional.of(mailbox)));
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }
}
