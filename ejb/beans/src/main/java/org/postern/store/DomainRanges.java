package org.postern.store;

import org.postern.event.AddressKey;
import org.postern.mail.DomainSet;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.TreeMap;

/** That the key of an address is in one of some domains, as JPQL: each is a range of the index. */
public final class DomainRanges {
    private final DomainSet domains;

    /** @param domains not all of them */
    public DomainRanges(DomainSet domains) {
        this.domains = domains;
    }

    /** {@return the condition on a column with {@link AddressKey}s, in brackets} */
    public String of(String column) {
        return domains.keys().isEmpty() ? "(1 = 0)" : each(column).collect(Collectors.joining(" or ", "(", ")"));
    }

    /** {@return the condition for each of the domains, which begins with the column} */
    public Stream<String> each(String column) {
        return IntStream.range(0, domains.keys().size())
                .mapToObj(i -> "%1$s >= :within%2$d and %1$s < :withinEnd%2$d".formatted(column, i));
    }

    /** {@return what is to be bound, wherever a condition stands} */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new TreeMap<>();
        for (int i = 0; i < domains.keys().size(); i++) {
            parameters.put("within" + i, AddressKey.first(domains.keys().get(i)));
            parameters.put("withinEnd" + i, AddressKey.end(domains.keys().get(i)));
        }
        return parameters;
    }
}
