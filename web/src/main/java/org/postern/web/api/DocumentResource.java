package org.postern.web.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;

import java.util.Objects;

/** The description of all this, for programs that write programs (OpenAPI 3.1). A test makes it of the classes. */
@Path("/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public class DocumentResource {
    @GET
    @Does(value = "Describes this interface, as OpenAPI 3.1 has it", by = Role.AUDITOR)
    public JsonObject document() {
        try (JsonReader reader = Json.createReader(
                Objects.requireNonNull(DocumentResource.class.getResourceAsStream("openapi.json"), "openapi.json"))) {
            return reader.readObject();
        }
    }
}
