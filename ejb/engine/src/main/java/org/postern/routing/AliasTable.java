package org.postern.routing;

import org.postern.mail.Domain;
import org.postern.mail.Mailbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The aliases and lists, so indexed that a look-up costs the same however many there are. */
public final class AliasTable {
    /** There are none. */
    public static final AliasTable EMPTY = new AliasTable(Set.of(), Subaddress.NONE);

    private final Map<String, Alias> byAddress;
    private final Set<String> domains;
    private final Subaddress tags;

    /** @param tags what is left out of a local part where nothing stands for it as a whole */
    public AliasTable(Collection<Alias> aliases, Subaddress tags) {
        this.tags = tags;
        this.byAddress = HashMap.newHashMap(aliases.size());
        this.domains = new HashSet<>();
        for (Alias alias : aliases) {
            byAddress.put(alias.key(), alias);
            domains.add(alias.domain().key());
        }
    }

    public boolean isEmpty() {
        return byAddress.isEmpty();
    }

    boolean isIn(Domain domain) {
        return domains.contains(domain.key());
    }

    /** {@return what this address, or the one without its tag, stands for} */
    Optional<Alias> of(Mailbox mailbox) {
        Alias whole = byAddress.get(AddressKeys.of(mailbox));
        return whole != null
                ? Optional.of(whole)
                : tags.base(mailbox).map(base -> byAddress.get(AddressKeys.of(base)));
    }

    /** {@return what stands for the addresses of a domain that have nothing of their own} */
    Optional<Alias> ofAll(Domain domain) {
        return Optional.ofNullable(byAddress.get("@" + domain.key()));
    }
}
