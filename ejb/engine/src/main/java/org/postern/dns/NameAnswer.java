package org.postern.dns;

import java.util.List;

/** What the DNS says about the names of an address. */
public sealed interface NameAnswer permits NameAnswer.Found, NoAnswer {
    /**
     * The address has names.
     *
     * @param names at least one, without trailing dots
     */
    record Found(List<String> names) implements NameAnswer {
        public Found {
            names = List.copyOf(names);
        }
    }
}
