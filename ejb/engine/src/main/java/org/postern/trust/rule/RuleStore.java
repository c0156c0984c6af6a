package org.postern.trust.rule;

import org.postern.config.rule.MailRule;
import org.postern.config.rule.RuleText;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Keeps the rules of people, for all nodes. No two have one name: who would make a second one fails. A failure is an unchecked exception. */
public interface RuleStore {
    /** The most rules there are. */
    int MOST = MailRule.MOST;

    /** {@return a number that is another one after each change but those of hits} */
    long version();

    /** {@return all, in their order} */
    List<StoredRule> rules();

    /** {@return the number of a rule that is added behind all others, and counts} */
    long add(RuleText text, String by, Instant at);

    /** {@return whether there was one of this number; it says this from now on, and keeps its place and its hits} */
    boolean replace(long id, RuleText text, String by, Instant at);

    /** {@return whether there was one of this number; it counts from now on, or does not} */
    boolean enable(long id, boolean whether, String by, Instant at);

    /** {@return whether there were both; the first stands right before the other from now on} */
    boolean moveBefore(long id, long other);

    /** Lets rules stand in this order, in which all are named. */
    void order(List<Long> ids);

    /** {@return whether there was one of this number} */
    boolean remove(long id);

    /** Adds hits, by number; those of rules that are gone are lost. */
    void hit(Map<Long, Long> hits, Instant at);
}
