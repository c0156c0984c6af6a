package org.postern.auth.dmarc;

import org.postern.auth.ResultName;
import org.postern.sentence.Sentence;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what was authenticated with the author's domain (RFC 9989, 4.10.2). What could not be looked up matters only where it would have
 * been aligned: anybody can have a name server that does not answer.
 */
final class Identifiers {
    private static final Sentence.Form NOT_LOOKED_UP = Sentence.form("spfOrDkimNotLookedUp",
            "SPF or DKIM could not be looked up for {0}");
    private final PolicyRecords records;
    private final String author;
    private Optional<TreeWalk> walk = Optional.empty();
    private Optional<Sentence> trouble = Optional.empty();
    private int passed;
    private int equal;

    Identifiers(PolicyRecords records, String author) {
        this.records = records;
        this.author = author;
    }

    Alignment alignment(List<CheckedIdentifier> identifiers, AlignmentMode mode) {
        Set<Alignment> all = EnumSet.noneOf(Alignment.class);
        for (CheckedIdentifier one : identifiers) {
            all.add(alignment(one, mode));
        }
        for (Alignment first : List.of(Alignment.ALIGNED, Alignment.UNKNOWN, Alignment.UNALIGNED)) {
            if (all.contains(first)) {
                return first;
            }
        }
        return Alignment.NONE;
    }

    private Alignment alignment(CheckedIdentifier one, AlignmentMode mode) {
        Alignment alignment = DomainName.of(one.domain())
                .map(name -> alignment(name, mode))
                .orElse(Alignment.UNALIGNED);
        if (one.result() == ResultName.PASS) {
            passed++;
            equal += DomainName.of(one.domain()).equals(Optional.of(author)) ? 1 : 0;
            return alignment;
        }
        if (alignment == Alignment.ALIGNED) {
            trouble = Optional.of(NOT_LOOKED_UP.with(one.domain()));
        }
        return alignment == Alignment.UNALIGNED ? Alignment.NONE : Alignment.UNKNOWN;
    }

    private Alignment alignment(String name, AlignmentMode mode) {
        if (name.equals(author)) {
            return Alignment.ALIGNED;
        }
        if (mode == AlignmentMode.STRICT) {
            return Alignment.UNALIGNED;
        }
        Optional<String> organization = organization();
        if (organization.isEmpty()) {
            return Alignment.UNKNOWN;
        }
        if (!DomainName.isWithin(name, organization.get())) {
            return Alignment.UNALIGNED;
        }
        TreeWalk other = TreeWalk.from(name, records);
        if (other.trouble().isPresent()) {
            trouble = other.trouble();
            return Alignment.UNKNOWN;
        }
        return other.organization().equals(organization.get()) ? Alignment.ALIGNED : Alignment.UNALIGNED;
    }

    /** {@return the author's organization; empty if the DNS does not say} */
    Optional<String> organization() {
        TreeWalk own = walk.orElseGet(() -> TreeWalk.from(author, records));
        walk = Optional.of(own);
        if (own.trouble().isPresent()) {
            trouble = own.trouble();
            return Optional.empty();
        }
        return Optional.of(own.organization());
    }

    /** {@return whether anything was authenticated} */
    boolean compared() {
        return passed > 0;
    }

    /** {@return whether all that was authenticated is the author's domain itself} */
    boolean allEqual() {
        return equal == passed;
    }

    /** {@return why something is not known} */
    Optional<Sentence> trouble() {
        return trouble;
    }
}
