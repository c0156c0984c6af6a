package org.postern.mail;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.List;

/**
 * Some domains, none, or all there are. What lies below a named one is not meant.
 *
 * @param isAll whether all are meant, now and later; then none is named
 * @param keys those that are meant, as {@link Domain#key} has them, in alphabetical order; at most {@value #MOST}
 */
public record DomainSet(boolean isAll, List<String> keys) {
    /** All of them. */
    public static final DomainSet ALL = new DomainSet(true, List.of());
    /** The most that are named. */
    public static final int MOST = 50;

    /** @throws IllegalArgumentException if there are too many */
    public DomainSet {
        keys = isAll ? List.of() : keys.stream().distinct().sorted().toList();
        if (keys.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " domains.");
        }
    }

    /** {@return these} */
    public static DomainSet of(Collection<Domain> domains) {
        return new DomainSet(false, domains.stream().map(Domain::key).toList());
    }

    /** {@return the same as {@link #text} wrote} */
    public static DomainSet ofText(String text) {
        return new DomainSet(false, Arrays.stream(text.split(" ")).filter(Predicate.not(String::isEmpty)).toList());
    }

    /** {@return the names, with a space between each two; empty where none is meant} */
    public String text() {
        return String.join(" ", keys);
    }

    /** {@return whether this domain is among them} */
    public boolean has(Domain domain) {
        return isAll || keys.contains(domain.key());
    }

    /** {@return whether an address, as it was given, has a domain that is among them} */
    public boolean hasAddress(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return isAll || (address.indexOf('@') >= 0 && !domain.isEmpty() && domain.length() <= Domain.MAX_OCTETS
                && has(new Domain(domain)));
    }

    /** {@return whether all of those are among these} */
    public boolean hasAll(DomainSet those) {
        return isAll || (!those.isAll && keys.containsAll(those.keys));
    }

    /** {@return those that are in both} */
    public DomainSet and(DomainSet other) {
        if (isAll) {
            return other;
        }
        return other.isAll ? this : new DomainSet(false, keys.stream().filter(other.keys::contains).toList());
    }

    @Override
    public String toString() {
        return isAll ? "all domains" : keys.isEmpty() ? "no domain" : String.join(", ", keys);
    }
}
