package org.postern.web.api.server;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;
import org.postern.admin.settings.Loss;
import org.postern.admin.settings.SettingDesk;
import org.postern.admin.settings.SettingView;
import org.postern.web.api.By;
import org.postern.web.api.Does;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;

import java.util.Optional;
import java.util.OptionalInt;

/** How this node is set. */
@Path("/settings")
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {
    private static final String KEY = "key";

    @Inject
    private SettingDesk desk;

    /**
     * What is wanted of a setting.
     *
     * @param value as it would stand in the file; a list has commas between its values
     * @param expect of a shorter time of keeping: how many things it may delete; where it would be more, nothing is changed
     */
    public record SettingText(String value, OptionalInt expect) {}

    /**
     * What a value deletes.
     *
     * @param loss nothing where that is nothing
     */
    public record Outcome(Optional<Loss> loss) {}

    @GET
    @Does(value = "Lists all settings of this node, with their values and where these come from; of secrets, whether they are set", by = Role.AUDITOR)
    public Paged<SettingView> list() {
        return Paged.whole(desk.all());
    }

    @GET
    @Path("{key}")
    @Does(value = "Shows one setting", by = Role.AUDITOR)
    public SettingView show(@PathParam(KEY) String key) {
        return ProblemException.orNotFound(desk.find(key));
    }

    @GET
    @Path("{key}/loss")
    @Does(value = "Tells what this value would delete, or the default, as the time for which something is kept", by = Role.ADMINISTRATOR)
    public Outcome loss(@PathParam(KEY) String key, @QueryParam("value") Optional<String> value) {
        show(key);
        return new Outcome(value.map(text -> desk.loss(key, text)).orElseGet(() -> desk.lossOfReset(key)));
    }

    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Keeps a value for a live setting, which counts on all nodes within two seconds, and deletes nothing within the hour; refused where the file, the environment or a property sets it", by = Role.ADMINISTRATOR)
    public void put(@PathParam(KEY) String key, SettingText text) {
        show(key);
        ProblemException.onFault(desk.put(key, text.value(), text.expect().orElse(0), By.name()));
    }

    @DELETE
    @Path("{key}")
    @Does(value = "Keeps no value for a setting any more, so that its default counts", by = Role.ADMINISTRATOR)
    public void delete(@PathParam(KEY) String key, @QueryParam("expect") Optional<Integer> expect) {
        show(key);
        ProblemException.onFault(desk.reset(key, expect.orElse(0)));
    }
}
