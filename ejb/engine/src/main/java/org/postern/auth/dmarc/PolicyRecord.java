package org.postern.auth.dmarc;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A DMARC Policy Record (RFC 9989, 4.7). What is unknown is skipped; what is wrong has its default (4.8).
 *
 * @param text as it was published, at most {@value #LONGEST} characters, each an octet
 * @param p for the domain itself; {@code none} where the record is {@link #isFaulty faulty}
 * @param sp for subdomains, if the record says so
 * @param np for subdomains that do not exist, if the record says so
 * @param isTesting whether the owner asks for one level less ({@code t=y})
 * @param isFaulty whether {@code p} is missing or wrong, or {@code sp} or {@code np} wrong (4.10.1)
 * @param failureOptions {@code fo}, in lower case
 * @param rua where aggregate reports are wanted
 * @param ruf where failure reports are wanted
 */
public record PolicyRecord(String text, OwnerPolicy p, Optional<OwnerPolicy> sp, Optional<OwnerPolicy> np,
        AlignmentMode adkim, AlignmentMode aspf, boolean isTesting, boolean isFaulty, String failureOptions,
        List<ReportUri> rua, List<ReportUri> ruf, Suffix suffix) {
    /** The longest record that is taken for one, in octets. */
    public static final int LONGEST = 8192;

    /** What a record says of its domain and public suffixes ({@code psd}). */
    public enum Suffix {
        /** It is a public suffix. */
        YES,
        /** It is an organization's. */
        NO,
        /** It says nothing, the default. */
        UNKNOWN
    }

    /** {@return the record, or empty if this text is none: its first tag must be {@code v=DMARC1}} */
    public static Optional<PolicyRecord> parse(String text) {
        return text.length() > LONGEST ? Optional.empty() : TagList.parse(text).map(tags -> of(text, tags));
    }

    private static PolicyRecord of(String text, Map<String, String> tags) {
        Optional<OwnerPolicy> p = policy(tags, "p");
        Optional<OwnerPolicy> sp = policy(tags, "sp");
        Optional<OwnerPolicy> np = policy(tags, "np");
        boolean faulty = p.isEmpty() || (sp.isEmpty() && tags.containsKey("sp"))
                || (np.isEmpty() && tags.containsKey("np"));
        return new PolicyRecord(text, faulty ? OwnerPolicy.NONE : p.get(), faulty ? Optional.empty() : sp,
                faulty ? Optional.empty() : np, mode(tags, "adkim"), mode(tags, "aspf"),
                "y".equals(word(tags, "t")), faulty, failureOptions(tags),
                ReportUri.list(tags.getOrDefault("rua", "")), ReportUri.list(tags.getOrDefault("ruf", "")),
                suffix(word(tags, "psd")));
    }

    private static String word(Map<String, String> tags, String name) {
        return tags.getOrDefault(name, "").toLowerCase(Locale.ROOT);
    }

    private static Optional<OwnerPolicy> policy(Map<String, String> tags, String name) {
        return OwnerPolicy.of(tags.getOrDefault(name, ""));
    }

    private static AlignmentMode mode(Map<String, String> tags, String name) {
        return AlignmentMode.STRICT.letter().equals(word(tags, name)) ? AlignmentMode.STRICT : AlignmentMode.RELAXED;
    }

    private static Suffix suffix(String word) {
        return switch (word) {
            case "y" -> Suffix.YES;
            case "n" -> Suffix.NO;
            default -> Suffix.UNKNOWN;
        };
    }

    /** Some of 0, 1, d and s, each once; anything else is the default. */
    private static String failureOptions(Map<String, String> tags) {
        String options = word(tags, "fo");
        boolean good = options.length() % 2 == 1 && options.length() <= 7;
        for (int i = 0; good && i < options.length(); i++) {
            char c = options.charAt(i);
            good = i % 2 == 1 ? c == ':' : "01ds".indexOf(c) >= 0 && options.indexOf(c) == i;
        }
        return good ? options : "0";
    }

    /**
     * {@return whether it says what to do} A faulty record without an address for reports is no DMARC at all (RFC 9989, 4.10.1).
     */
    public boolean isUsable() {
        return !isFaulty || !rua.isEmpty();
    }

    /** {@return whether a walk ends at this record (RFC 9989, 4.10, 2 and 6)} */
    boolean endsWalk() {
        return suffix != Suffix.UNKNOWN;
    }
}
