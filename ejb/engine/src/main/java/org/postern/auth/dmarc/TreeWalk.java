package org.postern.auth.dmarc;

import org.postern.sentence.Sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A walk from a domain up to the top (RFC 9989, 4.10), eight names at most.
 *
 * @param start where it began
 * @param found the records on the way, the longest name first
 * @param asked the names in the order they were asked
 * @param trouble why it could not go on, if so; nothing is known of what lies above then
 */
record TreeWalk(String start, List<Step> found, List<String> asked, Optional<Sentence> trouble) {
    private static final int MOST_QUERIES = 8;

    /** A record on the way. */
    record Step(String domain, PolicyRecord record) {}

    static TreeWalk from(String start, PolicyRecords records) {
        List<Step> found = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        for (String target : targets(start)) {
            asked.add(target);
            switch (records.at(target)) {
                case Published.One(PolicyRecord record) -> found.add(new Step(target, record));
                case Published.Unknown(Sentence reason) -> {
                    return new TreeWalk(start, found, asked, Optional.of(reason));
                }
                case Published.Nothing none -> {
                    // the walk goes on
                }
            }
            if (!found.isEmpty() && found.getLast().record().endsWalk()) {
                break;
            }
        }
        return new TreeWalk(start, found, asked, Optional.empty());
    }

    /** {@return the name itself, then at most its last seven labels, each time one less} */
    private static List<String> targets(String start) {
        List<String> targets = new ArrayList<>(MOST_QUERIES);
        targets.add(start);
        int labels = DomainName.labels(start);
        for (int left = Math.min(labels, MOST_QUERIES) - 1; left > 0; left--) {
            targets.add(DomainName.last(start, left));
        }
        return targets;
    }

    /** {@return the Organizational Domain (4.10.2), which a walk that had trouble does not know} */
    String organization() {
        for (Step step : found) {
            switch (step.record().suffix()) {
                case NO -> {
                    return step.domain();
                }
                case YES -> {
                    if (!step.domain().equals(start)) {
                        return DomainName.last(start, DomainName.labels(step.domain()) + 1);
                    }
                }
                case UNKNOWN -> {
                    // it may be one of many
                }
            }
        }
        return found.isEmpty() ? start : found.getLast().domain();
    }

    /** {@return the record for a domain that has none: its organization's, or else its public suffix's (4.10.1)} */
    Optional<Step> policy() {
        String organization = organization();
        return found.stream()
                .filter(step -> step.domain().equals(organization))
                .findFirst()
                .or(() -> found.stream().filter(step -> step.record().suffix() == PolicyRecord.Suffix.YES).findFirst());
    }
}
