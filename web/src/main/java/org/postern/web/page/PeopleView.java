package org.postern.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.access.Role;
import org.postern.admin.people.ConsoleSession;
import org.postern.admin.people.DomainNames;
import org.postern.admin.people.People;
import org.postern.admin.people.Person;

import java.util.List;

/** Who may use the console, and where they have logged in. What is done here, {@code PeopleActs} does. */
@Named
@RequestScoped
public class PeopleView {
    @Inject
    private People people;

    public List<Person> getPeople() {
        return people.all();
    }

    /** {@return the domains that somebody is limited to, with a space between each two; {@code *} for all} */
    public String domains(Person person) {
        return String.join(" ", person.domains().orElse(List.of(DomainNames.ALL)));
    }

    public List<ConsoleSession> getSessions() {
        return people.sessions();
    }

    public Role[] getRoles() {
        return Role.values();
    }
}
