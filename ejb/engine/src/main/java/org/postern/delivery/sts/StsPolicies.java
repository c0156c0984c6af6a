package org.postern.delivery.sts;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.Obstacle;
import org.postern.delivery.host.Turns;
import org.postern.delivery.sts.StsPolicy.Mode;
import org.postern.delivery.tls.PublishedPolicy;
import org.postern.delivery.tls.PublishedPolicy.Kind;
import org.postern.delivery.tls.StsDemand;
import org.postern.delivery.tls.TlsDemand;
import org.postern.delivery.tls.TlsFault;
import org.postern.delivery.tls.TlsPolicies;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;

import java.util.Optional;

/**
 * Demands what a domain's MTA-STS policy says (RFC 8461, 4 and 5). An enforced one keeps mail from hosts it does not name; one that is
 * being tested never stands in the way, and does not lessen what is demanded without it.
 */
public final class StsPolicies implements TlsPolicies {
    private static final Sentence.Form UNNAMED = Sentence.form("stsPolicyDoesNotNameHost",
            "the MTA-STS policy {0} of {1} does not name the host {2}");

    private final PolicyBook book;
    private final TlsPolicies otherwise;

    /** @param otherwise who decides where a domain has no policy */
    public StsPolicies(PolicyBook book, TlsPolicies otherwise) {
        this.book = book;
        this.otherwise = otherwise;
    }

    @Override
    public boolean isLearned(Destination destination) {
        return domain(destination).map(book::isLearned).orElse(true) && otherwise.isLearned(destination);
    }

    @Override
    public boolean learn(Destination destination, Turns turns) {
        return domain(destination).map(domain -> book.learn(domain, turns)).orElse(true)
                && otherwise.learn(destination, turns);
    }

    private static Optional<String> domain(Destination destination) {
        return destination instanceof Destination.MailExchangers(var domain) && !domain.isLiteral()
                ? Optional.of(domain.key())
                : Optional.empty();
    }

    @Override
    public Decision decide(Destination destination, NextServer server) {
        return domain(destination).flatMap(book::of)
                .map(known -> decide(known, destination, server))
                .orElseGet(() -> otherwise.decide(destination, server));
    }

    private Decision decide(KnownPolicy known, Destination destination, NextServer server) {
        StsPolicy policy = known.policy();
        boolean listed = policy.names(server.name());
        if (policy.mode() == Mode.ENFORCE) {
            return listed ? new Demanded(demand(known, server, true, true)) : unlisted(known, server);
        }
        Decision usual = otherwise.decide(destination, server);
        boolean opportunistic = usual instanceof Demanded(TlsDemand demand) && demand instanceof TlsDemand.May;
        return policy.mode() == Mode.TESTING && opportunistic
                ? new Demanded(demand(known, server, false, listed))
                : usual;
    }

    private static StsDemand demand(KnownPolicy known, NextServer server, boolean enforced, boolean listed) {
        return new StsDemand(published(known), server.name(), known.id(), enforced, listed);
    }

    private static Decision unlisted(KnownPolicy known, NextServer server) {
        return new Unusable(
                Obstacle.of(451, "4.7.5", UNNAMED.with(known.id(), known.domain(), server.name())),
                published(known), TlsFault.VALIDATION_FAILURE);
    }

    private static PublishedPolicy published(KnownPolicy known) {
        return new PublishedPolicy(Kind.STS, known.domain(), known.policy().lines(), known.policy().hosts());
    }
}
