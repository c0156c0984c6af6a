package org.postern.web.api.mail;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;
import org.postern.admin.content.HeaderDesk;
import org.postern.web.api.Does;
import org.postern.web.api.Mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Header sections that somebody has got from elsewhere. */
@Path("/pasted-header")
@Produces(MediaType.APPLICATION_JSON)
public class HeaderResource {
    private static final String EMPTY_LINE = "\\r?\\n\\r?\\n";

    @Inject
    private HeaderDesk desk;

    @POST
    @Consumes(Mail.TYPE)
    @Does(value = "Reads the header section of a message, at most 200,000 octets of it: its fields, and the way it took; nothing is kept", by = Role.AUDITOR)
    public MadeOf read(InputStream message) throws IOException {
        String begins = new String(message.readNBytes(HeaderDesk.MOST), StandardCharsets.UTF_8);
        return MadeOf.of(desk.read(begins.strip().split(EMPTY_LINE, 2)[0]));
    }
}
