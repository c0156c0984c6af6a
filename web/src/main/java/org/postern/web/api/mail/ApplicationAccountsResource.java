package org.postern.web.api.mail;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;
import org.postern.admin.applications.AccountDesk;
import org.postern.admin.applications.AccountView;
import org.postern.web.api.Does;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The accounts by which applications log in at the broker from outside, and what they may do. */
@Path("/application-accounts")
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationAccountsResource {
    private static final String NAME = "name";

    @Inject
    private AccountDesk desk;

    /**
     * What is said of an account; what is left out stays.
     *
     * @param queues what it may read and write, in place of those before, such as {@code queue:orders} and {@code topic:prices}; none for what is all applications'
     * @param senders whom it may write as sender, in place of those before: addresses, domains, {@code .domain}, {@code *}; none for anybody
     * @param perMinute messages that it may hand in a minute; 0 for any number
     */
    public record AccountLimit(Optional<List<String>> queues, Optional<List<String>> senders, OptionalInt perMinute) {}

    @GET
    @Does(value = "Lists the accounts of applications that this server keeps, and those of which something is said", by = Role.AUDITOR)
    public Paged<AccountView> list() {
        return Paged.whole(desk.all());
    }

    @GET
    @Path("{name}")
    @Does(value = "Shows one account of an application", by = Role.AUDITOR)
    public AccountView show(@PathParam(NAME) String name) {
        return ProblemException.orNotFound(desk.find(name));
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Says which queues an account may use, whom it may write as sender, and how many messages a minute it may hand in", by = Role.ADMINISTRATOR)
    public AccountView limit(@PathParam(NAME) String name, AccountLimit limit) {
        Optional<AccountView> before = desk.find(name);
        ProblemException.onFault(desk.limit(name,
                limit.queues().or(() -> before.map(AccountView::queues)).orElse(List.of()),
                limit.senders().or(() -> before.map(AccountView::senders)).orElse(List.of()),
                limit.perMinute().orElse(before.map(AccountView::perMinute).orElse(0))));
        return desk.find(name).orElse(new AccountView(name, List.of(), List.of(), List.of(), 0));
    }
}
