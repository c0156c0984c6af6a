package org.postern.web.api.people;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.PUT;
import org.postern.admin.access.Role;
import org.postern.admin.people.DomainNames;
import org.postern.admin.people.People;
import org.postern.admin.people.Person;
import org.postern.mail.DomainSet;
import org.postern.web.api.Does;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;
import org.postern.web.api.ProblemKind;

import java.util.List;
import java.util.Optional;

/** Who uses the console. */
@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {
    private static final String NAME = "name";

    @Inject
    private People people;

    /**
     * Somebody as they are added.
     *
     * @param domains those that an auditor or operator is limited to; {@code *}, for all, if it is left out
     */
    public record PersonDraft(String name, Role role, Optional<List<String>> domains) {}

    /**
     * Another role.
     *
     * @param domains those that an auditor or operator is limited to from now on, {@code *} for all; as they are if it is left out
     */
    public record RoleChange(Role role, Optional<List<String>> domains) {}

    /**
     * By what a person chooses a password.
     *
     * @param link the address, without scheme and host; it is told once, and good for 24 hours
     */
    public record PasswordLink(String name, String link) {}

    @GET
    @Does(value = "Lists who may use the console", by = Role.ADMINISTRATOR)
    public Paged<Person> list() {
        return Paged.whole(people.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Lets somebody into the console, who chooses a password by the link", by = Role.ADMINISTRATOR, status = 201, once = true)
    public PasswordLink add(PersonDraft draft) {
        try {
            return link(draft.name(),
                    people.add(draft.name(), Remits.of(draft.role(), draft.domains(), DomainSet.ALL)));
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.of(ProblemKind.CONFLICT, wrong.getMessage());
        }
    }

    @POST
    @Path("{name}/link")
    @Does(value = "Makes a link by which a person chooses another password", by = Role.ADMINISTRATOR, status = 201, once = true)
    public PasswordLink link(@PathParam(NAME) String name) {
        found(name);
        return link(name, people.reset(name));
    }

    private static PasswordLink link(String name, String secret) {
        return new PasswordLink(name, "/password?token=" + secret);
    }

    @PUT
    @Path("{name}/role")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Gives a person another role", by = Role.ADMINISTRATOR)
    public Person changeRole(@PathParam(NAME) String name, RoleChange change) {
        Person before = found(name);
        ProblemException.onFault(people.change(name, Remits.of(change.role(), change.domains(),
                before.domains().map(DomainNames::read).orElse(DomainSet.ALL))));
        return found(name);
    }

    @DELETE
    @Path("{name}")
    @Does(value = "Ends a person's access, with all sessions and links", by = Role.ADMINISTRATOR)
    public void end(@PathParam(NAME) String name) {
        found(name);
        ProblemException.onFault(people.end(name));
    }

    private Person found(String name) {
        return ProblemException
                .orNotFound(people.all().stream().filter(person -> person.name().equals(name)).findFirst());
    }
}
