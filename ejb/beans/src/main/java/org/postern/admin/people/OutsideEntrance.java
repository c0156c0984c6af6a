package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.mail.DomainSet;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The way into the console for people whom somebody else vouches for. They stand among the people, with the role that they came with last; the domains that
 * they are limited to, and their end, are said here. They have no password. What that makes of them stands in the audit log.
 */
@Singleton
public class OutsideEntrance {
    private static final Sentence BY_PROVIDER = Sentence.form("auditRemitByProvider", "by OpenID Connect").with();
    private static final Sentence NO_ROLE = Sentence.form("auditRemitNone", "no role").with();
    private static final int LONGEST_SUBJECT = 600;

    private final ConsoleUsers users;
    private final ConsoleSessions sessions;
    private final Entrance entrance;
    private final RememberedSessions remembered;
    private final Programs programs;
    private final OwnDeeds deeds;
    private final InstantSource clock;

    @Inject
    OutsideEntrance(ConsoleUsers users, ConsoleSessions sessions, Entrance entrance, RememberedSessions remembered,
            Programs programs, OwnDeeds deeds, InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.entrance = entrance;
        this.remembered = remembered;
        this.programs = programs;
        this.deeds = deeds;
        this.clock = clock;
    }

    /**
     * {@return what comes of it; wrong where the name is no name here, or is that of somebody else}
     *
     * @param subject who it is, for good and for the one who vouches
     * @param name by which they stand in the audit log, if they are here for the first time: they keep it whatever they are called later
     * @param first the domains of who is here for the first time, or was an administrator
     */
    public Entry admit(String subject, String name, Role role, DomainSet first, Whence from) {
        if (!ConsoleUser.isName(name) || subject.length() > LONGEST_SUBJECT) {
            return new Entry.Wrong();
        }
        try {
            return user(subject, name, new Remit(role, role == Role.ADMINISTRATOR ? DomainSet.ALL : first))
                    .flatMap(user -> entrance.begin(user, from.network(),
                            Sentence.joined(", ", List.of(BY_PROVIDER, Entrance.FROM.with(from.network())))))
                    .<Entry>map(Entry.In::new)
                    .orElseGet(Entry.Wrong::new);
        } catch (RuntimeException databaseIsAway) {
            return new Entry.Later(Entrance.NEXT_TURN);
        }
    }

    private Optional<ConsoleUser> user(String subject, String name, Remit first) {
        Optional<ConsoleUser> known = of(subject);
        if (known.isEmpty()) {
            Instant now = clock.instant();
            ConsoleUser added = new ConsoleUser(name, "", first, now, now, Optional.of(subject));
            return Optional.of(added)
                    .filter(user -> users.all().size() < People.MOST
                            && deeds.keep(user, "person added", Act.NOTHING, byProvider(first.said()),
                                    () -> users.add(user)));
        }
        String kept = known.get().name();
        Remit before = known.get().remit();
        Remit remit = first.role() == Role.ADMINISTRATOR || before.role() == Role.ADMINISTRATOR
                ? first
                : new Remit(first.role(), before.domains());
        if (!before.equals(remit)) {
            remembered.endAllOf(kept);
            deeds.keep(known.get(), "role changed", before.said(), byProvider(remit.said()),
                    () -> users.changeRemit(kept, remit));
        }
        users.vouched(kept, clock.instant());
        return users.find(kept);
    }

    private static Sentence byProvider(Sentence said) {
        return Sentence.joined(", ", List.of(said, BY_PROVIDER));
    }

    private Optional<ConsoleUser> of(String subject) {
        return users.all().stream().filter(user -> user.subject().equals(Optional.of(subject))).findFirst();
    }

    /** Ends the sessions and the tokens of somebody who is vouched for no more. They stay among the people, with the domains they are limited to; nothing that is left anywhere lets them do anything until they are vouched for again. */
    public void end(String subject) {
        of(subject).ifPresent(user -> {
            remembered.endAllOf(user.name());
            deeds.keep(user, "role lost", user.remit().said(), byProvider(NO_ROLE), () -> {
                sessions.endOthers(user.name(), "");
                programs.endAllOf(user.name());
                return users.vouched(user.name(), Instant.EPOCH);
            });
        });
    }
}
