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
import org.postern.web.api.ProblemKind;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What is in a waiting message. */
@Path("/queue/{key}/content")
@Produces(MediaType.APPLICATION_JSON)
public class ContentResource {
    private static final String KEY = "key";
    /** Texts at a time, each of which is a few megabytes in memory. */
    private static final int MOST_TEXTS = 4;
    /** Files at a time, each of which is on the disk until it is fetched. */
    private static final int MOST_FILES = 8;
    private static final Semaphore TEXTS = new Semaphore(MOST_TEXTS);
    private static final Semaphore FILES = new Semaphore(MOST_FILES);

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
        return text(() -> desk.text(key, kind == Kind.HTML));
    }

    @GET
    @Path("source")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Does(value = "Hands out a waiting message, all its octets", by = Role.OPERATOR)
    public InputStream source(@PathParam(KEY) String key) throws IOException {
        return octets(() -> desk.source(key));
    }

    @GET
    @Path("parts/{number:\\d{1,4}}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Does(value = "Hands out one part of a waiting message, decoded", by = Role.OPERATOR)
    public InputStream part(@PathParam(KEY) String key, @PathParam("number") int number) throws IOException {
        return octets(() -> desk.file(key, number));
    }

    /** {@return text of a message} */
    static Text text(Supplier<Optional<SafeHtml>> reading) {
        take(TEXTS);
        try {
            return Text.of(ProblemException.orNotFound(reading.get()));
        } finally {
            TEXTS.release();
        }
    }

    private static void take(Semaphore places) {
        if (!places.tryAcquire()) {
            throw ProblemException.later(ProblemKind.TOO_MANY, "Others are reading mail; try again in a moment.", 1);
        }
    }

    /** {@return octets of a message} Whoever closes them makes room for others. */
    static InputStream octets(Supplier<Optional<TakenFile>> taking) throws IOException {
        take(FILES);
        boolean begun = false;
        try {
            InputStream octets = new Taken(ProblemException.orNotFound(taking.get()).octets());
            begun = true;
            return octets;
        } finally {
            if (!begun) {
                FILES.release();
            }
        }
    }

    /** Whoever closes it closes the file, which is gone then, and makes room for another one. */
    private static final class Taken extends FilterInputStream {
        private final AtomicBoolean open = new AtomicBoolean(true);

        Taken(InputStream octets) {
            super(octets);
        }

        @Override
        public void close() throws IOException {
            if (open.getAndSet(false)) {
                FILES.release();
                super.close();
            }
        }
    }
}
