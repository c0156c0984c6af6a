package org.postern.admin.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.config.GatewayName;
import org.postern.reputation.DnsList;
import org.postern.reputation.DnsLists;
import org.postern.content.learn.LiveModel;
import org.postern.routing.Router;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an administrator should see to, although mail is taken. */
@Desk
@Singleton
public class Remarks {
    private static final Sentence.Form UNREAD = Sentence.form("postmasterUnread",
            "Nobody reads mail for postmaster@{0}, which must be taken from everybody (RFC 5321, 4.5.1). It waits for two weeks and is then"
                    + " given up. Make an alias postmaster, or set gateway.postmaster.");
    private static final Sentence.Form BROKEN = Sentence.form("listBroken",
            "Nothing that the list {0} says is believed, because {1}. See that the list still exists and answers this server, or take it"
                    + " out of the configuration.");
    private static final Sentence.Form BROKEN_FOR = Sentence.form("listBrokenFor",
            "Nothing that the list {0} ({1}) says is believed, because {2}. See that the list still exists and answers this server, or take"
                    + " it out of the configuration.");
    private static final Sentence.Form DOUBTED = Sentence.form("modelDoubted",
            "What was taught last makes the classifier worse at what it knew before, so it does not count: version {0} waits. See who taught"
                    + " what (./postern learn status), and have it forgotten, or say ./postern learn use {0}.");

    private static final Sentence.Form NOT_DEPLOYED = Sentence.form("notDeployed",
            "The application {0} was not deployed: {1}. See the log, and put a better one in its place in the folder deployments.");
    private static final Sentence.Form PASSING = Sentence.form("deploymentPasses",
            "The application {0} is gone after the next start. To keep it, put it into the folder deployments of the data folder.");

    private final Router router;
    private final GatewayName gateway;
    private final DnsLists lists;
    private final LiveModel live;
    private final ServerView server;
    private final Deployments deployments;
    private final InstantSource clock;

    @Inject
    Remarks(Router router, GatewayName gateway, DnsLists lists, LiveModel live, ServerView server,
            Deployments deployments, InstantSource clock) {
        this.router = router;
        this.gateway = gateway;
        this.lists = lists;
        this.live = live;
        this.server = server;
        this.deployments = deployments;
        this.clock = clock;
    }

    /** {@return in words for a person, each with what to do; empty when there is nothing} */
    @Looks(Role.AUDITOR)
    public List<Sentence> all() {
        List<Sentence> all = new ArrayList<>();
        unread().ifPresent(all::add);
        lists.broken().forEach((list, why) -> all.add(broken(list, why)));
        doubted().ifPresent(all::add);
        deployments.all().forEach(one -> remark(one).ifPresent(all::add));
        Instant now = clock.instant();
        server.whatIsShown().stream().filter(one -> one.isDue(now)).map(one -> one.remark(now)).forEach(all::add);
        return all;
    }

    private Optional<Sentence> unread() {
        return router.isUnread() ? Optional.of(UNREAD.with(gateway.domain().toString())) : Optional.empty();
    }

    private static Sentence broken(DnsList list, Sentence why) {
        return list.purpose().isEmpty()
                ? BROKEN.with(list.zone().toString(), why)
                : BROKEN_FOR.with(list.zone().toString(), list.purpose(), why);
    }

    private static Optional<Sentence> remark(Deployment application) {
        return switch (application.state()) {
            case FAILED -> Optional.of(NOT_DEPLOYED.with(application.name(), application.why()));
            case PASSING -> Optional.of(PASSING.with(application.name()));
            case DEPLOYED, UNDER_WAY, UNDEPLOYED -> Optional.empty();
        };
    }

    private Optional<Sentence> doubted() {
        long version = live.doubted();
        return version == LiveModel.NONE ? Optional.empty() : Optional.of(DOUBTED.with(String.valueOf(version)));
    }
}
