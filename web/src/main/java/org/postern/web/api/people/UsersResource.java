package org.postern.web.api.people;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.QueryParam;
import org.postern.admin.access.Role;
import org.postern.admin.people.MailAccount;
import org.postern.admin.people.MailAccounts;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The gateway's own users, who hand in mail. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {
    private static final String NAME = "name";

    @Inject
    private MailAccounts accounts;

    /**
     * A user as one is added.
     *
     * @param senders what they may write as sender: addresses, domains, {@code .domain}, {@code *}
     */
    public record UserDraft(String name, String password, List<String> senders) {}

    /** Another password. */
    public record Password(String password) {}

    /**
     * What is changed of a user; what is left out stays.
     *
     * @param enabled whether they may log in
     * @param senders in place of those before
     */
    public record UserChange(Optional<Boolean> enabled, Optional<List<String>> senders) {}

    @GET
    @Does(value = "Lists the users who hand in mail", by = Role.AUDITOR)
    public Paged<MailAccount> list(@QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit, @Context UriInfo asked) {
        return Paged.of(accounts.after(after, limit.lines()), limit, asked, MailAccount::name);
    }

    @GET
    @Path("{name}")
    @Does(value = "Shows one user", by = Role.AUDITOR)
    public MailAccount show(@PathParam(NAME) String name) {
        return found(name);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Adds a user, who may log in at once", by = Role.ADMINISTRATOR, status = 201, once = true)
    public MailAccount add(UserDraft draft) {
        ProblemException.onFault(accounts.add(draft.name(), draft.password(), draft.senders()));
        return found(draft.name());
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Switches a user on or off, or changes what they may write as sender", by = Role.ADMINISTRATOR)
    public MailAccount change(@PathParam(NAME) String name, UserChange change) {
        String key = found(name).name();
        change.senders().ifPresent(senders -> ProblemException.onFault(accounts.sendAs(key, senders)));
        change.enabled().ifPresent(whether -> ProblemException.onFault(accounts.enable(key, whether)));
        return found(key);
    }

    @PUT
    @Path("{name}/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Sets a user's password", by = Role.ADMINISTRATOR, once = true)
    public void password(@PathParam(NAME) String name, Password password) {
        String key = found(name).name();
        accounts.changePassword(key, password.password()).ifPresent(wrong -> {
            throw ProblemException.ofField("password", wrong.toString());
        });
    }

    @DELETE
    @Path("{name}")
    @Does(value = "Deletes a user", by = Role.ADMINISTRATOR)
    public void delete(@PathParam(NAME) String name) {
        ProblemException.onFault(accounts.delete(found(name).name()));
    }

    /** The one who comes right after whatever is right before this name. */
    private MailAccount found(String name) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        String before = key.isEmpty() ? "" : key.substring(0, key.length() - 1);
        Optional<MailAccount> found = Optional.empty();
        List<MailAccount> page = accounts.after(before, Limit.MOST);
        while (!page.isEmpty() && found.isEmpty() && page.getFirst().name().compareTo(key) <= 0) {
            found = page.stream().filter(one -> one.name().equals(key)).findFirst();
            page = accounts.after(page.getLast().name(), Limit.MOST);
        }
        return ProblemException.orNotFound(found);
    }
}
