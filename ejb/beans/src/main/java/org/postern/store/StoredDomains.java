package org.postern.store;

import org.postern.mail.DomainSet;

import java.util.Optional;

/** Domains that somebody is limited to, as a column: null for all of them. */
public final class StoredDomains {
    private StoredDomains() {}

    /** {@return what stands in the column; null, for the row, if all are meant} */
    public static String text(DomainSet domains) {
        return domains.isAll() ? null : domains.text();
    }

    /** {@return what the column means} */
    public static DomainSet of(String column) {
        return Optional.ofNullable(column).map(DomainSet::ofText).orElse(DomainSet.ALL);
    }
}
