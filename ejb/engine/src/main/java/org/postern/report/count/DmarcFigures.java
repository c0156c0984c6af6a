package org.postern.report.count;

import java.time.LocalDate;
import java.util.List;

/** Where counts are kept that reports are made of. All methods throw when the place is out of reach. */
public interface DmarcFigures {
    /** The most kinds of message of one domain that are kept of a day. */
    int MOST_OF_A_DOMAIN = 10_000;
    /** The most of them that are kept whole; further ones are told apart by what a sender cannot choose as he likes alone. */
    int MOST_WHOLE_OF_A_DOMAIN = 9000;
    /** The most kinds of message that are kept of a day; further ones are not counted. */
    int MOST_OF_A_DAY = 100_000;

    /** Adds what a node has counted, some hundred counts at most, all or nothing. */
    void add(String node, List<DmarcCount> counts);

    /** {@return the policy domains that something was counted for on that day, those after this one, in order} */
    List<String> domains(LocalDate day, String after, int most);

    /** {@return what was counted on that day for a policy domain, by all nodes, the most frequent first} */
    List<DmarcCount> of(LocalDate day, String domain);

    /** Forgets what was counted before this day; {@return how many counts that were} */
    int forget(LocalDate before);
}
