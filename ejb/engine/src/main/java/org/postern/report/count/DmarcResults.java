package org.postern.report.count;

import org.postern.report.PublishedDmarc;
import org.postern.report.RowFacts;

/** Is told what DMARC came to, once for each message that was judged for good. Must not throw and not block. */
@FunctionalInterface
public interface DmarcResults {
    /** Nobody wants to know. */
    DmarcResults NONE = (published, facts) -> {
    };

    /**
     * One message.
     *
     * @param published the policy that was applied
     * @param facts what is said of the message
     */
    void count(PublishedDmarc published, RowFacts facts);
}
