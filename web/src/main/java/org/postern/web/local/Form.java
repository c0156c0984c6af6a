package org.postern.web.local;

import jakarta.servlet.http.HttpServletRequest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names and values of a request, in the order in which they came.
 *
 * @param values at least one for each name
 */
record Form(Map<String, List<String>> values) {
    static Form of(HttpServletRequest request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, given) -> values.put(name, Arrays.asList(given)));
        return new Form(values);
    }

    /** {@return the first value; the empty string if there is none} */
    String word(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** {@return the value, if there is one that is not empty} */
    Optional<String> given(String name) {
        return Optional.of(word(name)).filter(text -> !text.isEmpty());
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * {@return the same, after a look whether nothing else stands in it} What is misspelt or left empty would otherwise ask for less
     * than was meant, and so reach more.
     *
     * @param names all that may be there, once each
     * @param mayBeEmpty those of them that say something by an empty value
     * @param many those that may be there many times
     */
    Form of(Set<String> names, Set<String> mayBeEmpty, Set<String> many) {
        values.forEach((name, given) -> {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("Nothing is called " + name + " here.");
            }
            if (given.contains("") && !mayBeEmpty.contains(name)) {
                throw new IllegalArgumentException(name + " is empty; leave it out, or say what it is.");
            }
            if (given.size() > 1 && !many.contains(name)) {
                throw new IllegalArgumentException(name + " is given more than once.");
            }
        });
        return this;
    }
}
