package org.postern.admin.people;

import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** People and their sessions, without a database. */
public final class PeopleInMemory implements ConsoleUsers, ConsoleSessions {
    private final Map<String, ConsoleUser> byName = new TreeMap<>();
    private final Map<String, PasswordLink> links = new TreeMap<>();
    private final List<ConsoleSession> sessions = new ArrayList<>();
    private final Set<String> ways = new HashSet<>();
    boolean isAway;

    /** As PostgreSQL does. */
    private static void take(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalStateException("invalid byte sequence");
        }
    }

    private void answers() {
        if (isAway) {
            throw new IllegalStateException("the database is away");
        }
    }

    @Override
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    @Override
    public Optional<ConsoleUser> find(String name) {
        answers();
        take(name);
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public List<ConsoleUser> all() {
        return List.copyOf(byName.values());
    }

    @Override
    public List<String> lockAdministrators() {
        return all().stream()
                .filter(user -> user.role() == Role.ADMINISTRATOR && user.isSettled())
                .map(ConsoleUser::name)
                .toList();
    }

    @Override
    public boolean addFirst(ConsoleUser user) {
        return isEmpty() && add(user);
    }

    @Override
    public boolean add(ConsoleUser user) {
        return byName.keySet().stream().noneMatch(user.name()::equalsIgnoreCase)
                && Optional.ofNullable(byName.put(user.name(), user)).isEmpty();
    }

    @Override
    public Optional<ConsoleUser> lock(String name) {
        return find(name);
    }

    @Override
    public boolean changeRemit(String name, Remit remit) {
        return find(name)
                .map(one -> byName.put(name,
                        new ConsoleUser(name, one.passwordHash(), remit, one.created(), one.changed(),
                                one.subject())))
                .isPresent();
    }

    @Override
    public boolean vouched(String name, Instant when) {
        return find(name).filter(one -> one.subject().isPresent() && !one.changed().equals(when))
                .map(one -> byName.put(name,
                        new ConsoleUser(name, "", one.remit(), one.created(), when, one.subject())))
                .isPresent();
    }

    @Override
    public boolean changePassword(String name, String before, String hash, Instant when) {
        return find(name).filter(one -> one.passwordHash().equals(before))
                .map(one -> byName.put(name, new ConsoleUser(name, hash, one.remit(), one.created(), when)))
                .isPresent();
    }

    @Override
    public boolean remove(String name) {
        endLink(name);
        sessions.removeIf(session -> session.person().equals(name));
        return Optional.ofNullable(byName.remove(name)).isPresent();
    }

    @Override
    public void put(PasswordLink link) {
        links.put(link.person(), link);
    }

    @Override
    public Optional<PasswordLink> link(String hash) {
        return links.values().stream().filter(link -> link.hash().equals(hash)).findFirst();
    }

    @Override
    public boolean useLink(String hash, Instant now) {
        return links.values().removeIf(link -> link.hash().equals(hash) && now.isBefore(link.expires()));
    }

    @Override
    public void endLink(String person) {
        links.remove(person);
    }

    @Override
    public boolean add(ConsoleSession session, String passwordHash, int most) {
        if (find(session.person()).filter(one -> one.passwordHash().equals(passwordHash)).isEmpty()) {
            return false;
        }
        List<ConsoleSession> ofPerson = sessions.stream()
                .filter(one -> one.person().equals(session.person()))
                .sorted(Comparator.comparing(ConsoleSession::begun).reversed())
                .toList();
        sessions.removeAll(ofPerson.subList(Math.min(most - 1, ofPerson.size()), ofPerson.size()));
        ways.add(session.person() + " " + session.client());
        return sessions.add(session);
    }

    @Override
    public boolean hasBegun(String person, String client) {
        answers();
        return ways.contains(person + " " + client);
    }

    @Override
    public Optional<Known> known(String hash) {
        answers();
        take(hash);
        return sessions.stream()
                .filter(session -> session.hash().equals(hash))
                .flatMap(session -> find(session.person()).map(person -> new Known(session, person)).stream())
                .findFirst();
    }

    @Override
    public List<ConsoleSession> latest(int limit) {
        return sessions.stream()
                .sorted(Comparator.comparing(ConsoleSession::seen).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public void saw(String hash, Instant when) {
        answers();
        sessions.replaceAll(one -> one.hash().equals(hash)
                ? new ConsoleSession(hash, one.person(), one.client(), one.begun(), when)
                : one);
    }

    @Override
    public boolean end(String hash) {
        answers();
        take(hash);
        return sessions.removeIf(session -> session.hash().equals(hash));
    }

    @Override
    public void endOthers(String person, String hash) {
        sessions.removeIf(one -> one.person().equals(person) && !one.hash().equals(hash));
    }

    @Override
    public void forget(Instant seen, Instant begun) {
        sessions.removeIf(one -> one.seen().isBefore(seen) || one.begun().isBefore(begun));
    }
}
