package org.postern.routing;

import org.postern.mail.Domain;
import org.postern.mail.Mailbox;

import java.util.Locale;
import java.util.Optional;

/**
 * What is known of addresses and ways at one moment. Aliases come before routes: an address that stands for others is where those are.
 *
 * @param routes where mail goes
 * @param aliases who stands for whom
 * @param tags what of a local part is a tag
 */
public record Routing(RouteTable routes, AliasTable aliases, Subaddress tags) {
    /** {@return whether mail for this domain is taken from everyone} */
    public boolean isOwn(Domain domain, Optional<String> listener) {
        return routes.isOwn(domain, listener) || aliases.isIn(domain);
    }

    /** {@return what stands behind this address, if it is an alias, a list, or caught with all others of its domain} */
    public Optional<Alias> alias(Mailbox mailbox, Passage passage) {
        if (!aliases.isIn(mailbox.domain())) {
            return Optional.empty();
        }
        Optional<Alias> own = aliases.of(mailbox);
        return own.isPresent() || routes.isNamed(mailbox) || isListed(mailbox, passage)
                ? own
                : aliases.ofAll(mailbox.domain());
    }

    /** {@return whether this mailbox of an own domain exists, as far as the gateway can know} */
    public boolean exists(Mailbox mailbox, Passage passage) {
        return alias(mailbox, passage).isPresent()
                || routes.ofOwn(mailbox, passage).filter(route -> route.known().isEmpty()).isPresent()
                || isListed(mailbox, passage);
    }

    private boolean isListed(Mailbox mailbox, Passage passage) {
        return routes.ofOwn(mailbox, passage)
                .flatMap(Route::known)
                .filter(known -> known.contains(key(mailbox))
                        || tags.base(mailbox).filter(base -> known.contains(key(base))).isPresent())
                .isPresent();
    }

    private static String key(Mailbox mailbox) {
        return mailbox.localName().toLowerCase(Locale.ROOT);
    }

    /** {@return what refuses mail for this mailbox} An alias is refused by nobody. */
    public Optional<RouteTarget.Refuse> refusal(Mailbox mailbox, Passage passage) {
        return alias(mailbox, passage).isPresent()
                ? Optional.empty()
                : routes.any(mailbox, passage)
                        .map(Route::to)
                        .filter(RouteTarget.Refuse.class::isInstance)
                        .map(RouteTarget.Refuse.class::cast);
    }

    /** {@return whether an alias or a route leads on from here} */
    public boolean leadsOn(Mailbox mailbox, Passage passage) {
        return alias(mailbox, passage).isPresent()
                || routes.any(mailbox, passage).filter(r -> !(r.to() instanceof RouteTarget.Refuse)).isPresent();
    }
}
