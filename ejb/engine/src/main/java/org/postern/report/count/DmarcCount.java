package org.postern.report.count;

import org.postern.report.PublishedDmarc;
import org.postern.report.RowFacts;

import java.time.LocalDate;

/**
 * So many messages that were all alike.
 *
 * @param day in UTC
 * @param published the policy that was applied
 * @param facts wherein they were alike
 * @param messages at least 1
 */
public record DmarcCount(LocalDate day, PublishedDmarc published, RowFacts facts, long messages) {
    /** {@return the same by what a sender cannot choose as he likes} */
    public DmarcCount reduced() {
        return new DmarcCount(day, published, facts.reduced(), messages);
    }

    /** {@return the same with so many messages more} */
    public DmarcCount plus(DmarcCount more) {
        return new DmarcCount(day, published, facts, messages + more.messages());
    }
}
