package org.postern.delivery.report;

import java.time.LocalDate;
import java.util.List;

/** The counts of all nodes, kept. */
public interface TlsFigures {
    /**
     * Adds to what is kept. A kind of session that is new is not added once a day has very many of them.
     *
     * @param node that has counted
     */
    void add(String node, List<TlsCount> counts);

    /** {@return the domains of a day after this one, in their order} */
    List<String> domains(LocalDate day, String after, int most);

    /** {@return all counts of a day for one domain, bounded} */
    List<TlsCount> of(LocalDate day, String domain);

    /** Forgets the days before this one. {@return how many counts} */
    int forget(LocalDate before);
}
