package org.postern.pipeline;

import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Who gets mail in place of others, because a person says so. */
public final class Successor {
    /** How many of those who lost it are named. */
    private static final int MOST_NAMED = 10;
    private static final String ORIGINAL = "ORCPT";

    private Successor() {}

    /** {@return this recipient, reported on as the first of those before wanted, and as whom the sender has written} RFC 3461, 5.2.5. */
    public static Recipient of(List<Recipient> before, Mailbox mailbox) {
        if (before.isEmpty()) {
            return Recipient.of(mailbox);
        }
        Recipient first = before.getFirst();
        Map<String, String> parameters = new HashMap<>(first.parameters().values());
        String written = first.mailbox().toString();
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(written)) {
            parameters.putIfAbsent(ORIGINAL, "rfc822;" + xtext(written));
        }
        return new Recipient(new ForwardPath(mailbox), Parameters.of(parameters));
    }

    /** {@return the text as a value of a parameter (RFC 3461, 4)} */
    private static String xtext(String ascii) {
        return ascii.chars()
                .mapToObj(c -> c <= ' ' || c > '~' || c == '+' || c == '='
                        ? String.format(Locale.ROOT, "+%02X", c)
                        : Character.toString(c))
                .collect(Collectors.joining());
    }

    /** {@return those before, as people are told of them} */
    public static String names(List<Recipient> before) {
        String named = before.stream()
                .limit(MOST_NAMED)
                .map(recipient -> recipient.mailbox().toString())
                .collect(Collectors.joining(", "));
        return before.size() > MOST_NAMED ? named + " and " + (before.size() - MOST_NAMED) + " more" : named;
    }
}
