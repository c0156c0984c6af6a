package org.postern.admin.domains;

import org.postern.signing.KeyState;
import org.postern.signing.StoredKey;

import java.time.Instant;

/**
 * A key as a person sees it.
 *
 * @param since when it came into its state, by whose hand
 * @param dns its record
 */
public record KeyView(String domain, String selector, String algorithm, KeyState state, Instant since, String by,
        DomainRecord dns) {
    static KeyView of(StoredKey key, Publication now) {
        return new KeyView(key.domain().text(), key.selector().text(), key.algorithm().text(), key.state(),
                key.life().since(), key.changedBy(),
                new DomainRecord(key.name(), "TXT", key.text().zoneText(), now));
    }
}
