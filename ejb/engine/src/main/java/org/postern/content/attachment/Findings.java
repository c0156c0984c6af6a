package org.postern.content.attachment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is found in one message: each finding once, a few of a kind. */
final class Findings {
    /** Of one kind there are no more than this; the first ones tell enough. */
    private static final int OF_A_KIND = 5;

    private final Set<Finding> found = new LinkedHashSet<>();

    void add(Suspicion suspicion, String evidence) {
        if (found.stream().filter(finding -> finding.suspicion() == suspicion).count() < OF_A_KIND) {
            found.add(new Finding(suspicion, evidence));
        }
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
