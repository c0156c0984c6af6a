package org.postern.account;

import jakarta.inject.Singleton;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What accounts may do at present, exchanged as a whole when it changes. Nobody who hands in waits for the database. Safe for many threads. */
@Singleton
public class LiveAccounts {
    private volatile Optional<Map<String, ApplicationAccount>> present = Optional.empty();

    /** {@return the account of this name, be nothing said of it; empty while it is not known yet what is} */
    Optional<ApplicationAccount> of(String name) {
        String key = ApplicationAccount.key(name);
        return present
                .map(accounts -> accounts.getOrDefault(key, ApplicationAccount.unlimited(key)));
    }

    /** From now on, this counts. */
    void now(Collection<ApplicationAccount> accounts) {
        present = Optional
                .of(accounts.stream().collect(Collectors.toMap(ApplicationAccount::name, Function.identity())));
    }
}
