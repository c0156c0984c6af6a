package org.postern.auth.spf;

import org.postern.dns.AddressAnswer;
import org.postern.dns.NameAnswer;
import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The client's names that lead back to it (RFC 7208, 5.5), of the first ten that the reverse zone gives. Looked up once, when they are
 * first wanted; what the DNS does not answer is no name. Used by one thread.
 */
final class ValidatedNames {
    private final SpfQuestion question;
    private final Questions dns;
    private Optional<List<String>> validated = Optional.empty();
    private boolean none;

    ValidatedNames(SpfQuestion question, Questions dns) {
        this.question = question;
        this.dns = dns;
    }

    boolean areKnown() {
        return validated.isPresent();
    }

    /** {@return whether the reverse zone says that there are none} */
    boolean areNone() {
        all();
        return none;
    }

    /** {@return whether one of them is the domain or lies below it} */
    boolean oneIsIn(String domain) {
        return all().stream().anyMatch(name -> isIn(name, domain));
    }

    /** {@return the one to show in place of {@code %{p}}: the domain itself, or one below it, or any (7.3)} */
    String toShow(String domain) {
        List<String> names = all();
        return names.stream()
                .filter(domain::equalsIgnoreCase)
                .findFirst()
                .or(() -> names.stream().filter(name -> isIn(name, domain)).findFirst())
                .or(() -> names.stream().findFirst())
                .orElse("unknown");
    }

    private static boolean isIn(String name, String domain) {
        String lower = name.toLowerCase(Locale.ROOT);
        String wanted = domain.toLowerCase(Locale.ROOT);
        return lower.equals(wanted) || lower.endsWith("." + wanted);
    }

    private List<String> all() {
        if (validated.isEmpty()) {
            validated = Optional.of(switch (dns.names(question.client())) {
                case NameAnswer.Found found -> leadingBack(found.names());
                case NoSuchDomain nothing -> nothing();
                case NoData nothing -> nothing();
                case Temporary unknown -> List.of();
            });
        }
        return validated.orElseThrow();
    }

    private List<String> nothing() {
        none = true;
        return List.of();
    }

    private List<String> leadingBack(List<String> names) {
        List<String> leading = new ArrayList<>();
        for (String name : names.subList(0, Math.min(names.size(), Limits.HOSTS))) {
            if (Grammar.isAskable(name)
                    && dns.addresses(name, question.isIpv4()) instanceof AddressAnswer.Found found
                    && found.addresses().contains(question.client())) {
                leading.add(name);
            }
        }
        return leading;
    }
}
