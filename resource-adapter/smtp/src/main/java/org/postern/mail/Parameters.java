package org.postern.mail;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The ESMTP parameters of a MAIL or RCPT command (RFC 5321, 4.1.2), carried with the envelope so that the next server can be
 * told them. Keywords are upper case and unique; a keyword without a value has the empty string.
 *
 * @param values keyword to value, in alphabetical order
 */
public record Parameters(SequencedMap<String, String> values) {
    public static final Parameters NONE = new Parameters(new TreeMap<>());

    public Parameters {
        values = Collections.unmodifiableSequencedMap(new TreeMap<>(values));
    }

    /** {@return parameters of these keywords, upper-cased} */
    public static Parameters of(Map<String, String> values) {
        TreeMap<String, String> sorted = new TreeMap<>();
        values.forEach((keyword, value) -> sorted.put(keyword.toUpperCase(Locale.ROOT), value));
        return new Parameters(sorted);
    }

    public Optional<String> get(String keyword) {
        return Optional.ofNullable(values.get(keyword));
    }

    /** {@return these, and this one in place of any of the same keyword} */
    public Parameters with(String keyword, String value) {
        TreeMap<String, String> more = new TreeMap<>(values);
        more.put(keyword.toUpperCase(Locale.ROOT), value);
        return new Parameters(more);
    }

    /** {@return the others} */
    public Parameters without(String keyword) {
        if (!values.containsKey(keyword)) {
            return this;
        }
        TreeMap<String, String> others = new TreeMap<>(values);
        others.remove(keyword);
        return new Parameters(others);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** {@return the parameters as they stand in a command, separated by one space; empty if there are none} */
    @Override
    public String toString() {
        return values.entrySet()
                .stream()
                .map(e -> e.getValue().isEmpty() ? e.getKey() : e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    }
}
