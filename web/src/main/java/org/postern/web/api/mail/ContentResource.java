package org.postern.web.api.mail;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;
import org.postern.admin.content.ContentDesk;
import org.postern.admin.content.TakenFile;
import org.postern.admin.parked.ParkedMail;
import org.postern.content.preview.SafeHtml;
import org.postern.web.api.Does;
import org.postern.web.api.ProblemException;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** What is in a waiting message. */
@Path("/queue/{key}/content")
@Produces(MediaType.APPLICATION_JSON)
public class ContentResource {
    private static final String KEY = "key";

    @Inject
    private ParkedMail parked;
    @Inject
    private ContentDesk desk;

    /** As what text is wanted. */
    public enum Kind {
        /** What is plain text. */
        PLAIN,
        /** What is HTML. */
        HTML
    }

    /**
     * Text of a message.
     *
     * @param html safe in the body of any page, whatever it was made of
     * @param cut whether there is more
     */
    public record Text(String html, boolean cut) {
        static Text of(SafeHtml text) {
            return new Text(text.html(), text.cut());
        }
    }

    @GET
    @Does(value = "Shows what a waiting message says, at most 256 KB of it", by = Role.OPERATOR)
    public LookedAt look(@PathParam(KEY) String key) {
        return LookedAt.of(ProblemException.orNotFound(parked.read(key)));
    }

    @GET
    @Path("parts")
    @Does(value = "Shows what a waiting message is made of: its header fields, and its parts", by = Role.OPERATOR)
    public MadeOf parts(@PathParam(KEY) String key) {
        return MadeOf.of(ProblemException.orNotFound(desk.look(key)));
    }

    @GET
    @Path("text")
    @Does(value = "Shows the text of a waiting message", by = Role.OPERATOR)
    public Text text(@PathParam(KEY) String key, @QueryParam("as") @DefaultValue("plain") Kind kind) {
        return Text.of(ProblemException.orNotFound(desk.text(key, kind == Kind.HTML)));
    }

    @GET
    @Path("source")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Does(value = "Hands out a waiting message, all its octets", by = Role.OPERATOR)
    public InputStream source(@PathParam(KEY) String key) throws IOException {
        return octets(desk.source(key));
    }

    @GET
    @Path("parts/{number:\\d{1,4}}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Does(value = "Hands out one part of a waiting message, decoded", by = Role.OPERATOR)
    public InputStream part(@PathParam(KEY) String key, @PathParam("number") int number) throws IOException {
        return octets(desk.file(key, number));
    }

    /** Whoever closes it closes the file, which is gone then. */
    private static InputStream octets(Optional<TakenFile> taken) throws IOException {
        return ProblemException.orNotFound(taken).octets();
    }
}
