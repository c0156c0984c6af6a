package org.postern.web.api.trust;

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
import org.postern.admin.learn.LearningDesk;
import org.postern.admin.learn.LearningDesk.Taught;
import org.postern.content.learn.Label;
import org.postern.web.api.By;
import org.postern.web.api.Does;
import org.postern.web.api.Mail;
import org.postern.web.api.ProblemException;
import org.postern.web.api.ProblemKind;

import java.io.IOException;
import java.io.InputStream;

/** What the classifier was taught. */
@Path("/classifier")
@Produces(MediaType.APPLICATION_JSON)
public class ClassifierResource {
    @Inject
    private LearningDesk desk;

    /** A waiting message, and what it is. */
    public record Lesson(String key, Label label) {}

    /** How many samples were forgotten. */
    public record Forgotten(int forgotten) {}

    /** By which version mail is to be judged. */
    public record Choice(int version) {}

    @GET
    @Does(value = "Tells how far the classifier has come, who taught it, and which versions there are", by = Role.AUDITOR)
    public ClassifierState look() {
        return ClassifierState.of(desk.look());
    }

    @POST
    @Path("samples")
    @Consumes(Mail.TYPE)
    @Does(value = "Teaches that such a message is spam, or ham", by = Role.OPERATOR)
    public void teach(@QueryParam("label") @DefaultValue("spam") Label label, InputStream message) throws IOException {
        kept(desk.importOne(label, message, By.name()));
    }

    @POST
    @Path("samples/forget")
    @Consumes(Mail.TYPE)
    @Does(value = "Takes back what was taught by this message", by = Role.OPERATOR)
    public void forget(InputStream message) throws IOException {
        if (!desk.forget(message)) {
            throw ProblemException.of(ProblemKind.CONFLICT, "The message was not taught.");
        }
    }

    @POST
    @Path("waiting")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Teaches what a waiting message is, which goes on waiting", by = Role.OPERATOR)
    public void teachWaiting(Lesson lesson) {
        kept(desk.teach(lesson.label(), lesson.key(), By.name()));
    }

    @DELETE
    @Path("teachers/{name}")
    @Does(value = "Takes back all that somebody taught", by = Role.ADMINISTRATOR)
    public Forgotten forgetAll(@PathParam("name") String name) {
        return new Forgotten(desk.forgetAllOf(name));
    }

    @POST
    @Path("use")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Has mail judged by this version", by = Role.ADMINISTRATOR)
    public void use(Choice choice) {
        if (!desk.use(choice.version())) {
            throw ProblemException.of(ProblemKind.NOT_FOUND, "There is no such version.");
        }
    }

    private static void kept(Taught taught) {
        if (taught != Taught.KEPT) {
            throw ProblemException.of(ProblemKind.CONFLICT, "The message " + taught.words() + ".");
        }
    }
}
