package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.admin.access.Standing;

import java.util.Optional;

/** People may do what their role of this moment covers; who is none of the console's people, what they were let in for. */
@Singleton
public class PeopleStanding implements Standing {
    private final ConsoleUsers users;
    private final Programs programs;
    private final Vouching vouching;

    @Inject
    PeopleStanding(ConsoleUsers users, Programs programs, Vouching vouching) {
        this.users = users;
        this.programs = programs;
        this.vouching = vouching;
    }

    @Override
    public boolean covers(Caller caller, Role needed) {
        Remit asked = new Remit(needed, caller.domains());
        Optional<String> token = caller.token();
        if (token.isEmpty() && !ConsoleUser.isName(caller.name())) {
            return caller.role().covers(needed);
        }
        try {
            return token.isPresent()
                    ? programs.covers(token.get(), asked)
                    : users.find(caller.name())
                            .filter(user -> vouching.counts(user) && user.remit().covers(asked))
                            .isPresent();
        } catch (RuntimeException databaseIsAway) {
            return true;
        }
    }
}
