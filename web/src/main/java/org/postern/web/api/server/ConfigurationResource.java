package org.postern.web.api.server;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;
import org.postern.admin.kept.ConfigurationDesk;
import org.postern.admin.kept.Preview;
import org.postern.web.api.Api;
import org.postern.web.api.By;
import org.postern.web.api.Does;
import org.postern.web.api.ProblemException;
import org.postern.web.api.TomlText;

import java.util.Optional;

/** All that people keep in the console, as one file. */
@Path(Api.FILES)
public class ConfigurationResource {
    private static final String STATE = "state";

    @Inject
    private ConfigurationDesk desk;

    @GET
    @Produces(TomlText.TOML)
    @Does(value = "Shows all that people keep (settings, routes, aliases, rules, lists, destinations) as one file, the same octets where it is the same", by = Role.AUDITOR)
    public String file() {
        ConfigurationDesk.Export export = desk.export();
        ProblemException.onFault(export.fault());
        return ProblemException.orNotFound(export.text());
    }

    @POST
    @Path("differences")
    @Consumes(TomlText.TOML)
    @Produces(MediaType.APPLICATION_JSON)
    @Does(value = "Tells what would be done if this file took the place of all that people keep, and does nothing", by = Role.ADMINISTRATOR, largest = TomlText.LARGEST)
    public Preview differences(String file) {
        return desk.preview(file);
    }

    @PUT
    @Consumes(TomlText.TOML)
    @Produces(MediaType.APPLICATION_JSON)
    @Does(value = "Lets this file take the place of all that people keep, if it is still as the differences have said, by their state; clears says that it is meant where nothing would be left of some kind", by = Role.ADMINISTRATOR, largest = TomlText.LARGEST)
    public void put(@QueryParam(STATE) @DefaultValue("") String state,
            @QueryParam("clears") Optional<Boolean> clears, String file) {
        if (state.isEmpty()) {
            throw ProblemException.ofField(STATE,
                    "is needed: post the file to " + Api.FILES
                            + "/differences, look at what would be done, and send the state of that answer");
        }
        ProblemException.onFault(desk.importAll(file, state, clears.orElse(false), By.name()));
    }
}
