package org.postern.admin.people;

import org.postern.admin.access.AuditInMemory;
import org.postern.admin.access.Role;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.Settings;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People whom somebody else vouches for, as long as a test lasts. */
public final class OutsidePeople {
    private final PeopleInMemory kept = new PeopleInMemory();
    private final AuditInMemory audit = new AuditInMemory();
    private final RememberedSessions remembered = new RememberedSessions();
    private final InstantSource clock;
    private Entrance sessions;

    public OutsidePeople(InstantSource clock) {
        this.clock = clock;
    }

    public LoginThrottle throttle() {
        return new LoginThrottle(kept, clock);
    }

    public OutsideEntrance entrance() {
        Entrance entrance = new Entrance(kept, kept, remembered, throttle(), new PasswordHashes(),
                new OwnDeeds(audit, clock), new Settings(SettingsCatalogue.ALL, Map.of()), clock);
        sessions = entrance;
        return new OutsideEntrance(kept, kept, entrance, remembered, new NoPrograms(), new OwnDeeds(audit, clock),
                clock);
    }

    /** {@return whether this session lets somebody do something} */
    public boolean isIn(String secret) {
        return sessions.caller(secret).isPresent();
    }

    /** {@return what was made of whom, as the audit log has it} */
    public List<String> changes() {
        return audit.lines().stream().map(line -> line.act() + ": " + line.before() + " > " + line.after()).toList();
    }

    public Optional<ConsoleUser> find(String name) {
        return kept.find(name);
    }

    /** Adds somebody who has a password here. */
    public void add(String name) {
        kept.add(new ConsoleUser(name, "hash", Role.ADMINISTRATOR, clock.instant(), clock.instant()));
    }

    public int sessions() {
        return kept.latest(100).size();
    }

    public List<String> told() {
        return audit.told();
    }
}
