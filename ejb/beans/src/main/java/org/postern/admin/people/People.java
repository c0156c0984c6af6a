package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.admin.people.ConsoleUsers.PasswordLink;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What administrators can do about those who use the console. There is always one administrator who can log in. */
@Desk
@Singleton
public class People {
    /** How long a link is good for the choice of a password. */
    public static final Duration LINK_TIME = Duration.ofHours(24);
    /** The most people. */
    static final int MOST = 1000;
    private static final int MOST_SESSIONS = 500;
    private static final Sentence.Form WITH_TOKENS = Sentence.form("auditRemitWithTokensX", "with tokens: {0}");
    private static final Sentence.Form FROM_SINCE = Sentence.form("auditSessionFromXSinceX", "from {0} since {1}");
    private static final Sentence NO_SUCH_PERSON = Sentence.form("noSuchPerson", "There is no such person.").with();
    private static final Sentence LAST = Sentence.form("lastAdministrator",
            "This is the last administrator who can log in; make another one first.").with();
    private static final Sentence.Form FULL = Sentence.form("manyPeople", "There are {0} people already.");
    private static final Sentence SAME_NAME = Sentence
            .form("personOfThisName", "There is somebody of that name already.")
            .with();
    private static final Sentence OUTSIDE = Sentence.form("openIdVouches",
            "The OpenID provider vouches for them; they have no password here.").with();

    private final ConsoleUsers users;
    private final ConsoleSessions sessions;
    private final RememberedSessions remembered;
    private final Programs programs;
    private final InstantSource clock;

    @Inject
    People(ConsoleUsers users, ConsoleSessions sessions, RememberedSessions remembered, Programs programs,
            InstantSource clock) {
        this.users = users;
        this.programs = programs;
        this.sessions = sessions;
        this.remembered = remembered;
        this.clock = clock;
    }

    /** {@return all of them, in the order of their names} */
    @Looks(Role.ADMINISTRATOR)
    public List<Person> all() {
        return users.all().stream().map(Person::of).toList();
    }

    /**
     * {@return the secret of the link by which a new person chooses their password, good for {@link #LINK_TIME}}
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    @Acts(value = Role.ADMINISTRATOR, as = "person added", atOnce = true, byPeople = true)
    public String add(String name, Remit remit) {
        if (!ConsoleUser.isName(name)) {
            throw new RefusedException(ConsoleUser.NAME_FAULT);
        }
        remit.fault().ifPresent(fault -> {
            throw new RefusedException(fault);
        });
        if (users.all().size() >= MOST) {
            throw new RefusedException(FULL.with(MOST));
        }
        Instant now = clock.instant();
        if (!users.add(new ConsoleUser(name, "", remit, now, now))) {
            throw new RefusedException(SAME_NAME);
        }
        Act.tells(Sentence.asItIs(name), Act.NOTHING, remit.said());
        return link(name);
    }

    /**
     * {@return the secret of a link by which this person chooses another password, in place of any earlier link} Until then the password that they have
     * is good.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    @Acts(value = Role.ADMINISTRATOR, as = "link for a password given", atOnce = true, byPeople = true)
    public String reset(String name) {
        return Optional.of(name)
                .filter(ConsoleUser::isName)
                .flatMap(users::lock)
                .filter(user -> {
                    if (user.subject().isPresent()) {
                        throw new RefusedException(OUTSIDE);
                    }
                    return true;
                })
                .map(user -> link(user.name()))
                .orElseThrow(() -> new RefusedException(NO_SUCH_PERSON));
    }

    private String link(String name) {
        String secret = Secret.make();
        users.put(new PasswordLink(Secret.hash(secret), name, clock.instant().plus(LINK_TIME)));
        return secret;
    }

    /** Gives a person another role, or other domains, from their next request on; gives back what is wrong, empty if it is done. */
    @Acts(value = Role.ADMINISTRATOR, as = "role changed", atOnce = true, byPeople = true)
    public Optional<Sentence> change(String name, Remit remit) {
        if (remit.fault().isPresent()) {
            return remit.fault();
        }
        Optional<ConsoleUser> user = find(name);
        if (user.isEmpty()) {
            return Optional.of(NO_SUCH_PERSON);
        }
        if (remit.role() != Role.ADMINISTRATOR && isLast(name)) {
            return Optional.of(LAST);
        }
        Act.tells(Sentence.asItIs(name), user.get().remit().said(), remit.said());
        remembered.endAllOf(name);
        return users.changeRemit(name, remit) ? Optional.empty() : Optional.of(NO_SUCH_PERSON);
    }

    /** Ends a person's access, with all sessions, links and tokens that they have made; gives back what is wrong, empty if it is done. */
    @Acts(value = Role.ADMINISTRATOR, as = "person ended", atOnce = true)
    public Optional<Sentence> end(String name) {
        Optional<ConsoleUser> user = find(name);
        if (user.isEmpty()) {
            return Optional.of(NO_SUCH_PERSON);
        }
        if (isLast(name)) {
            return Optional.of(LAST);
        }
        int ended = programs.endAllOf(name);
        Act.tells(Sentence.asItIs(name), user.get().remit().said(),
                ended == 0 ? Act.NOTHING : WITH_TOKENS.with(Integer.toString(ended)));
        remembered.endAllOf(name);
        return users.remove(name) ? Optional.empty() : Optional.of(NO_SUCH_PERSON);
    }

    private Optional<ConsoleUser> find(String name) {
        return Optional.of(name).filter(ConsoleUser::isName).flatMap(users::find);
    }

    private boolean isLast(String name) {
        return users.lockAdministrators().equals(List.of(name));
    }

    /** {@return the latest sessions; those that were silent for too long may be among them} */
    @Looks(Role.ADMINISTRATOR)
    public List<ConsoleSession> sessions() {
        return sessions.latest(MOST_SESSIONS);
    }

    /** {@return whether there was such a session, which has ended now} */
    @Acts(value = Role.ADMINISTRATOR, as = "session ended", atOnce = true)
    public boolean endSession(String hash) {
        if (!Secret.isHash(hash)) {
            return false;
        }
        remembered.end(hash);
        Optional<ConsoleSession> session = sessions.known(hash).map(ConsoleSessions.Known::session);
        session.ifPresent(one -> Act.tells(Sentence.asItIs(one.person()),
                FROM_SINCE.with(one.client(), one.begun().toString()), Act.NOTHING));
        return sessions.end(hash);
    }
}
