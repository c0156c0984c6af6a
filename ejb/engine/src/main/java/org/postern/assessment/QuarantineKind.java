package org.postern.assessment;

import java.util.Locale;

/** What kind of mail it is that waits in quarantine: how long it waits, and who may let it go on, depends on it. */
public enum QuarantineKind {
    /** Its score is high. */
    SPAM,
    /** It may harm who opens it: a scanner has found malware or would not let it through, or a file in it is dangerous. Nobody but an administrator lets it go on. */
    MALWARE,
    /** Its author's domain wishes it, as DMARC says. */
    POLICY,
    /** A rule of the operator says so; what else is not known to be one of the others. An administrator decides, as the operator wanted. */
    RULE;

    /** The name of what a scanner for malware has found. */
    public static final String FOUND = "MALWARE";
    /** The name of what stands beside mail that a scanner would not have let through. */
    private static final String ASIDE = "SCANNER_ASIDE";
    /** The beginning of the names of what files are found to be. */
    private static final String FILE = "FILE_";
    /** From this weight on, what was found about a file is dangerous and not only odd. */
    private static final double DANGEROUS = 2;

    /** {@return the kind of mail that was set aside because of this} Where two are true, the more dangerous one. */
    public static QuarantineKind of(Assessment found) {
        String rule = found.reason().rule().orElse("");
        String scanner = scanner(rule);
        boolean dangerous = found.symbols()
                .stream()
                .anyMatch(symbol -> symbol.name().equals(FOUND) || symbol.name().equals(ASIDE)
                        || symbol.name().equals(scanner)
                        || (symbol.name().startsWith(FILE) && symbol.weight() >= DANGEROUS));
        if (dangerous) {
            return MALWARE;
        }
        if (isOfOperator(rule, found)) {
            return RULE;
        }
        return switch (rule) {
            case "score" -> SPAM;
            case "dmarc" -> POLICY;
            default -> RULE;
        };
    }

    /** A rule may be called as a check is; what has met it tells them apart. */
    private static boolean isOfOperator(String rule, Assessment found) {
        String met = symbol("RULE_", rule);
        return found.symbols().stream().anyMatch(symbol -> symbol.name().equals(met));
    }

    /** {@return whether recipients are told of it, and may let it go on} */
    public boolean isForRecipients() {
        return this == SPAM || this == POLICY;
    }

    /** {@return the name of the symbol that stands for what a scanner of this name has said} */
    public static String scanner(String name) {
        return symbol("SCAN_", name);
    }

    private static String symbol(String of, String name) {
        return of + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
