package org.postern.config.file;

import java.util.List;

/** What came of reading a configuration. */
public sealed interface Reading {
    /** All is well. */
    record Valid(Configuration configuration) implements Reading {}

    /**
     * Nothing of it is used.
     *
     * @param problems all that were found, at least one
     */
    record Invalid(List<Problem> problems) implements Reading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
