package org.postern.auth.dkim;

import org.postern.auth.dkim.canonical.BodyNeed;
import org.postern.auth.dkim.canonical.Canonicalization;
import org.postern.mail.Domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The values of a signature's tags (RFC 6376, 3.5), each with its grammar. */
public final class SignatureTags {
    /** More digits than these are more than any time or size (RFC 6376, 3.5, on {@code x=}). */
    private static final int MOST_DIGITS = 15;
    private static final int LONGEST_LABEL = 63;
    private final TagList tags;

    public SignatureTags(TagList tags) {
        this.tags = tags;
    }

    /** {@return {@code a=}} */
    public Algorithm algorithm() throws Unacceptable {
        String name = tags.needed("a");
        if (name.equals("rsa-sha1")) {
            throw Unacceptable.broken("rsa-sha1 counts for nothing (RFC 8301)");
        }
        return Algorithm.named(name).orElseThrow(() -> Unacceptable.broken("the algorithm is not known"));
    }

    /** {@return {@code d=}, a name of two labels at least} */
    public Domain domain() throws Unacceptable {
        String domain = tags.needed("d");
        if (domain.indexOf('.') < 0) {
            throw Unacceptable.broken("d= is no domain");
        }
        return name(domain, "d");
    }

    /** {@return {@code s=}} */
    public Domain selector() throws Unacceptable {
        return name(tags.needed("s"), "s");
    }

    /** {@return this text as labels of letters, digits, hyphens and underscores, or of what has an A-label (RFC 8616, 4)} */
    static Domain name(String text, String tag) throws Unacceptable {
        if (text.length() > KeyName.LONGEST) {
            throw Unacceptable.broken(tag + "= is too long");
        }
        Domain name = new Domain(text);
        for (String label : name.key().split("\\.", -1)) {
            boolean good = !label.isEmpty() && label.length() <= LONGEST_LABEL
                    && label.chars().allMatch(SignatureTags::isLabel);
            if (!good || text.indexOf('\ufffd') >= 0) {
                throw Unacceptable.broken(tag + "= is no domain");
            }
        }
        return name;
    }

    private static boolean isLabel(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    /** {@return {@code c=}: the one of the header fields, then the one of the body; both as given where it says nothing} */
    List<Canonicalization> canonicalizations(Canonicalization unsaid) throws Unacceptable {
        if (tags.value("c").isEmpty()) {
            return List.of(unsaid, unsaid);
        }
        String both = tags.needed("c");
        int slash = both.indexOf('/');
        Canonicalization header = canonicalization(slash < 0 ? both : both.substring(0, slash));
        return List.of(header, slash < 0 ? Canonicalization.SIMPLE : canonicalization(both.substring(slash + 1)));
    }

    private static Canonicalization canonicalization(String name) throws Unacceptable {
        return switch (name) {
            case "simple" -> Canonicalization.SIMPLE;
            case "relaxed" -> Canonicalization.RELAXED;
            default -> throw Unacceptable.broken("the canonicalization is not known");
        };
    }

    /** {@return {@code h=} in lower case; a name that is empty names no field} */
    public List<String> names() throws Unacceptable {
        String list = tags.value("h").orElseThrow(() -> Unacceptable.broken("no h="));
        List<String> names = new ArrayList<>();
        for (String name : list.split(":", -1)) {
            String trimmed = TagList.trim(name, 0, name.length());
            if (!trimmed.isEmpty()) {
                names.add(trimmed.toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** {@return the octets of a tag in base64, at least one} */
    public byte[] octets(String tag) throws Unacceptable {
        byte[] octets = Base64Text.decode(tags.needed(tag), tag);
        if (octets.length == 0) {
            throw Unacceptable.broken("nothing in " + tag + "=");
        }
        return octets;
    }

    /** {@return the number of a tag that may be left out; one beyond all bounds as the largest one} */
    public OptionalLong number(String tag) throws Unacceptable {
        if (tags.value(tag).isEmpty()) {
            return OptionalLong.empty();
        }
        String digits = tags.needed(tag);
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Unacceptable.broken(tag + "= is no number");
        }
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        String number = digits.substring(zeros);
        return OptionalLong.of(number.length() > MOST_DIGITS ? BodyNeed.ALL - 1 : Long.parseLong(number));
    }
}
