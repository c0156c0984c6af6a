package org.postern.auth.dmarc;

import org.postern.auth.MethodResult;
import org.postern.auth.Property;
import org.postern.auth.ResultName;
import org.postern.sentence.Sentence;

import java.util.List;
import java.util.Optional;

/**
 * What DMARC says of one message, and why: for header, trace and report.
 *
 * @param result pass, fail, none or temperror (RFC 9989, 9.2)
 * @param applied the record that counts; empty where there is none, or nobody knows
 * @param organization the author's Organizational Domain; empty where it was not needed, or nobody knows
 * @param queries the domains that were asked for the record that counts, in this order
 * @param reason for a person, such as {@code no policy record}
 */
public record DmarcFinding(ResultName result, Author author, Optional<AppliedPolicy> applied,
        Optional<String> organization,
        Alignment spf, Alignment dkim, List<String> queries, Sentence reason) {
    public DmarcFinding {
        queries = List.copyOf(queries);
    }

    /**
     * {@return what the owner wishes for this message, after test mode; empty where the RFC leaves it to the receiver: the author is not
     * known, or the DNS does not answer (5.3.6)} It is a wish: p=reject alone must not reject (7.4).
     */
    public Optional<OwnerPolicy> wish() {
        return switch (result) {
            case FAIL -> applied.map(AppliedPolicy::wish);
            case PASS -> Optional.of(OwnerPolicy.NONE);
            case NONE -> author instanceof Author.Known ? Optional.of(OwnerPolicy.NONE) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** {@return the same for {@code Authentication-Results} (9.1)} */
    public MethodResult toMethodResult() {
        MethodResult bare = switch (author) {
            case Author.Known(String domain) -> applied
                    .map(policy -> new MethodResult("dmarc", result, Property.header("from", domain),
                            Property.policy("dmarc", policy.wish().word())))
                    .orElseGet(() -> new MethodResult("dmarc", result, Property.header("from", domain)));
            case Author.Unknown unknown -> new MethodResult("dmarc", result);
        };
        return result == ResultName.PASS || result == ResultName.FAIL ? bare : bare.because(reason.toString());
    }
}
