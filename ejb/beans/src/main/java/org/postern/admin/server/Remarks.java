package org.postern.admin.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.config.GatewayName;
import org.postern.routing.Router;

import java.util.List;

/** What an administrator should see to, although mail is taken. */
@Singleton
public class Remarks {
    private final Router router;
    private final GatewayName gateway;

    @Inject
    Remarks(Router router, GatewayName gateway) {
        this.router = router;
        this.gateway = gateway;
    }

    /** {@return in words for a person, each with what to do; empty when there is nothing} */
    public List<String> all() {
        return router.isUnread()
                ? List.of("Nobody reads mail for postmaster@" + gateway.domain()
                        + ", which must be taken from everybody (RFC 5321, 4.5.1)."
                        + " It waits for two weeks and is then given up. Make an alias postmaster, or set gateway.postmaster.")
                : List.of();
    }
}
