package org.postern.report;

import java.util.List;
import java.util.Optional;

/**
 * What a report says of a message (RFC 9990, 3.1.1.7): messages of which all of it is equal are one row.
 *
 * @param source the client's address, as text
 * @param evaluated what became of it
 * @param headerFrom the author's domain
 * @param envelopeFrom the domain of MAIL FROM; present but empty for the null reverse-path, where it is told at all
 * @param envelopeTo the recipient's domain, where it is told
 * @param dkim what each signature came to, at most {@value #MOST_SIGNATURES}, the most telling first (3.1.3)
 * @param spf what SPF came to
 */
public record RowFacts(String source, EvaluatedPolicy evaluated, String headerFrom, Optional<String> envelopeFrom,
        Optional<String> envelopeTo, List<DkimResult> dkim, Optional<SpfResult> spf) {
    /** The most signatures of one row (RFC 9990, 3.1.3). */
    public static final int MOST_SIGNATURES = 100;

    public RowFacts {
        dkim = dkim.stream().limit(MOST_SIGNATURES).toList();
    }

    /** {@return the same without what a sender chooses as he likes: signatures, envelope and what SPF said of it} */
    public RowFacts reduced() {
        return new RowFacts(source, evaluated, headerFrom, Optional.empty(), Optional.empty(), List.of(),
                Optional.empty());
    }
}
