package org.postern.auth.dkim;

import org.postern.mail.Domain;

import java.util.Optional;

/**
 * What was found of one signature. What could not be read of it is empty text; what a stranger wrote has no control characters.
 *
 * @param domain who answers for the message ({@code d=}); what it says counts only with {@link ResultWord#PASS}
 * @param selector {@code s=}
 * @param identity {@code i=}, or the domain with an {@code @} in front; at most 320 characters
 * @param algorithm {@code a=}; at most 64 characters
 * @param mark the first eight characters of {@code b=}, which tell signatures of one domain apart (RFC 6008, {@code header.b})
 * @param testing whether the domain says that it is only testing; {@link ResultWord#PASS} counts all the same
 * @param reason for people, in a few words, such as the size of the key
 */
public record SignatureResult(Optional<Domain> domain, String selector, String identity, String algorithm, String mark,
        ResultWord word,
        boolean testing, String reason) {
    private static final int LONGEST_IDENTITY = 320;
    private static final int LONGEST_ALGORITHM = 64;
    private static final int MARK = 8;

    /** {@return whether its domain answers for the message} */
    public boolean passes() {
        return word == ResultWord.PASS;
    }

    /** {@return the result of a signature of which nothing can be read} */
    static SignatureResult unreadable(Unacceptable why) {
        return new SignatureResult(Optional.empty(), "", "", "", "", why.word(), false, why.getMessage());
    }

    /** {@return the result of a signature with these tags} */
    static SignatureResult of(TagList tags, ResultWord word, boolean testing, String reason) {
        Optional<Domain> domain = readable(tags);
        String identity = tags.value("i").orElse(domain.map(d -> "@" + d).orElse(""));
        String signature = tags.value("b").orElse("");
        return new SignatureResult(domain, cut(tags.value("s").orElse(""), KeyName.LONGEST),
                cut(identity, LONGEST_IDENTITY),
                cut(tags.value("a").orElse(""), LONGEST_ALGORITHM), cut(signature, MARK), word, testing, reason);
    }

    private static Optional<Domain> readable(TagList tags) {
        try {
            return Optional.of(new SignatureTags(tags).domain());
        } catch (Unacceptable e) {
            return Optional.empty();
        }
    }

    /** {@return the beginning of this text, without its white space, and with a question mark for what cannot be printed} */
    private static String cut(String text, int most) {
        StringBuilder dense = new StringBuilder();
        for (int i = 0; i < text.length() && dense.length() < most; i++) {
            char c = text.charAt(i);
            if (!TagList.isWhite(c)) {
                dense.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
            }
        }
        return dense.toString();
    }
}
