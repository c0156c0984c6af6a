package org.postern.auth.dmarc;

import java.util.Optional;

/**
 * Which of a record's policies counts (RFC 9989, 4.10.1).
 *
 * @param isCertain whether it is known that the author's domain exists, where that makes a difference; if not, it is taken to exist
 */
record ChosenPolicy(AppliedPolicy policy, boolean isCertain) {
    static ChosenPolicy of(String author, TreeWalk.Step step, PolicyRecords records) {
        PolicyRecord record = step.record();
        if (step.domain().equals(author)) {
            return certain(step, AppliedPolicy.Tag.P, record.p());
        }
        AppliedPolicy.Tag tag = record.sp().isPresent() ? AppliedPolicy.Tag.SP : AppliedPolicy.Tag.P;
        OwnerPolicy existing = record.sp().orElse(record.p());
        Optional<OwnerPolicy> other = record.np().filter(np -> np != existing);
        if (other.isEmpty()) {
            return certain(step, tag, existing);
        }
        Optional<Boolean> exists = records.exists(author);
        return exists.orElse(true)
                ? new ChosenPolicy(new AppliedPolicy(step.domain(), record, tag, existing), exists.isPresent())
                : certain(step, AppliedPolicy.Tag.NP, other.get());
    }

    private static ChosenPolicy certain(TreeWalk.Step step, AppliedPolicy.Tag tag, OwnerPolicy policy) {
        return new ChosenPolicy(new AppliedPolicy(step.domain(), step.record(), tag, policy), true);
    }
}
