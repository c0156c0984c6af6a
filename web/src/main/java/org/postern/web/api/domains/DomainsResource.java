package org.postern.web.api.domains;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;
import org.postern.admin.domains.DiagnosisDesk;
import org.postern.admin.domains.DnsFinding;
import org.postern.admin.domains.DomainDesk;
import org.postern.admin.domains.DomainRecord;
import org.postern.admin.domains.DomainRoute;
import org.postern.admin.domains.DomainSummary;
import org.postern.admin.domains.KeyDesk;
import org.postern.admin.domains.KeyView;
import org.postern.admin.domains.RecordDesk;
import org.postern.web.api.By;
import org.postern.web.api.Does;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;
import org.postern.web.api.ProblemKind;

import java.util.List;

/** Domains of one's own. */
@Path("/domains")
@Produces(MediaType.APPLICATION_JSON)
public class DomainsResource {
    private static final String DOMAIN = "domain";

    @Inject
    private KeyDesk keys;
    @Inject
    private RecordDesk records;
    @Inject
    private DomainDesk desk;
    @Inject
    private DiagnosisDesk diagnosis;

    /**
     * How a key is retired.
     *
     * @param now whether before its time, as when others have got hold of it
     */
    public record Retirement(boolean now) {}

    @GET
    @Does(value = "Lists the domains that routes or keys name", by = Role.AUDITOR)
    public Paged<DomainSummary> list() {
        return Paged.whole(desk.all());
    }

    @GET
    @Path("{domain}/routes")
    @Does(value = "Lists the routes that mail for the domain may take, in the order in which they are asked", by = Role.AUDITOR)
    public Paged<DomainRoute> routes(@PathParam(DOMAIN) String domain) {
        return Paged.whole(desk.routesOf(domain));
    }

    @GET
    @Path("{domain}/diagnosis")
    @Does(value = "Asks the DNS what anybody's domain publishes about mail, and tells what is wrong with it", by = Role.AUDITOR)
    public Paged<DnsFinding> diagnosis(@PathParam(DOMAIN) String domain,
            @QueryParam("selector") @DefaultValue("") String selector,
            @QueryParam("client") @DefaultValue("") String client) {
        try {
            return Paged.whole(diagnosis.of(domain, selector, client));
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.of(ProblemKind.CONFLICT, String.valueOf(wrong.getMessage()));
        }
    }

    @GET
    @Path("keys")
    @Does(value = "Lists all keys, without asking the DNS", by = Role.AUDITOR)
    public Paged<KeyView> keys() {
        return Paged.whole(keys.all());
    }

    @GET
    @Path("{domain}/keys")
    @Does(value = "Lists the keys of a domain, with what the DNS says of them", by = Role.AUDITOR)
    public Paged<KeyView> keys(@PathParam(DOMAIN) String domain) {
        return Paged.whole(keys.of(domain));
    }

    @GET
    @Path("{domain}/records")
    @Does(value = "Lists what the domain ought to publish, and what the DNS says now", by = Role.AUDITOR)
    public Paged<DomainRecord> records(@PathParam(DOMAIN) String domain) {
        List<DomainRecord> lines = records.of(domain);
        if (lines.isEmpty()) {
            throw ProblemException.ofField(DOMAIN, "is not a domain name");
        }
        return Paged.whole(lines);
    }

    @POST
    @Path("{domain}/keys")
    @Does(value = "Makes one key of each algorithm: the first, or the next ones", by = Role.ADMINISTRATOR, status = 201)
    public Paged<KeyView> make(@PathParam(DOMAIN) String domain) {
        ProblemException.onFault(keys.make(domain, By.name()));
        return keys(domain);
    }

    @POST
    @Path("{domain}/keys/switch")
    @Does(value = "Lets the keys sign that were made last, once the DNS shows them", by = Role.ADMINISTRATOR)
    public Paged<KeyView> switchOver(@PathParam(DOMAIN) String domain) {
        ProblemException.onFault(keys.switchOver(domain, By.name()));
        return keys(domain);
    }

    @POST
    @Path("{domain}/keys/{selector}/retire")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Retires one key", by = Role.ADMINISTRATOR)
    public Paged<KeyView> retire(@PathParam(DOMAIN) String domain, @PathParam("selector") String selector,
            Retirement how) {
        ProblemException.onFault(keys.retire(domain, selector, how.now(), By.name()));
        return keys(domain);
    }

    @DELETE
    @Path("{domain}/keys/{selector}")
    @Does(value = "Forgets a key that signs nothing and whose signatures nobody needs", by = Role.ADMINISTRATOR)
    public void forget(@PathParam(DOMAIN) String domain, @PathParam("selector") String selector) {
        ProblemException.onFault(keys.forget(domain, selector));
    }
}
