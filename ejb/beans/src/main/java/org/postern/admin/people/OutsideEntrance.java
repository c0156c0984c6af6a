package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.mail.DomainSet;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The way into the console for people whom somebody else vouches for. They stand among the people, with the role that they came with last; the domains that
 * they are limited to, and their end, are said here. They have no password.
 */
@Singleton
public class OutsideEntrance {
    private static final int LONGEST_SUBJECT = 600;

    private final ConsoleUsers users;
    private final Entrance entrance;
    private final RememberedSessions remembered;
    private final Programs programs;
    private final InstantSource clock;

    @Inject
    OutsideEntrance(ConsoleUsers users, Entrance entrance, RememberedSessions remembered, Programs programs,
            InstantSource clock) {
        this.users = users;
        this.entrance = entrance;
        this.remembered = remembered;
        this.programs = programs;
        this.clock = clock;
    }

    /**
     * {@return what comes of it; wrong where the name is no name here, or is that of somebody else}
     *
     * @param subject who it is, for good and for the one who vouches
     * @param name by which they stand in the audit log
     */
    public Entry admit(String subject, String name, Role role, Whence from) {
        if (!ConsoleUser.isName(name) || subject.length() > LONGEST_SUBJECT) {
            return new Entry.Wrong();
        }
        try {
            return user(subject, name, role)
                    .flatMap(user -> entrance.begin(user, from.network(), "by OpenID Connect, from " + from.network()))
                    .<Entry>map(Entry.In::new)
                    .orElseGet(Entry.Wrong::new);
        } catch (RuntimeException databaseIsAway) {
            return new Entry.Later(Entrance.NEXT_TURN);
        }
    }

    private Optional<ConsoleUser> user(String subject, String name, Role role) {
        Optional<ConsoleUser> known = users.find(name);
        if (known.isEmpty()) {
            Instant now = clock.instant();
            ConsoleUser added = new ConsoleUser(name, "", Remit.of(role), now, now, Optional.of(subject));
            return Optional.of(added).filter(user -> users.all().size() < People.MOST && users.add(user));
        }
        if (!known.get().subject().equals(Optional.of(subject))) {
            return Optional.empty();
        }
        Remit remit = new Remit(role,
                role == Role.ADMINISTRATOR ? DomainSet.ALL : known.get().remit().domains());
        if (!known.get().remit().equals(remit)) {
            remembered.endAllOf(name);
            users.changeRemit(name, remit);
        }
        return users.find(name);
    }

    /** Ends all that somebody had here who is vouched for no more. */
    public void end(String subject) {
        users.all()
                .stream()
                .filter(user -> user.subject().equals(Optional.of(subject)))
                .map(ConsoleUser::name)
                .forEach(name -> {
                    remembered.endAllOf(name);
                    programs.endAllOf(name);
                    users.remove(name);
                });
    }
}
