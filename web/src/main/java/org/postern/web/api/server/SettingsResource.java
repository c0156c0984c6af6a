package org.postern.web.api.server;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;
import org.postern.admin.settings.SettingDesk;
import org.postern.admin.settings.SettingView;
import org.postern.web.api.By;
import org.postern.web.api.Does;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;

/** How this node is set. */
@Path("/settings")
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {
    @Inject
    private SettingDesk desk;

    /**
     * What is wanted of a setting.
     *
     * @param value as it would stand in the file; a list has commas between its values
     */
    public record SettingText(String value) {}

    @GET
    @Does(value = "Lists all settings of this node, with their values and where these come from; of secrets, whether they are set", by = Role.AUDITOR)
    public Paged<SettingView> list() {
        return Paged.whole(desk.all());
    }

    @GET
    @Path("{key}")
    @Does(value = "Shows one setting", by = Role.AUDITOR)
    public SettingView show(@PathParam("key") String key) {
        return ProblemException.orNotFound(desk.find(key));
    }

    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Keeps a value for a live setting, which counts on all nodes within two seconds; refused where the file, the environment or a property sets it", by = Role.ADMINISTRATOR)
    public void put(@PathParam("key") String key, SettingText text) {
        show(key);
        ProblemException.onFault(desk.put(key, text.value(), By.name()));
    }

    @DELETE
    @Path("{key}")
    @Does(value = "Keeps no value for a setting any more, so that its default counts", by = Role.ADMINISTRATOR)
    public void delete(@PathParam("key") String key) {
        show(key);
        ProblemException.onFault(desk.reset(key));
    }
}
