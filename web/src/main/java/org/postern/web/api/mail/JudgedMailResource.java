package org.postern.web.api.mail;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;
import org.postern.admin.trust.DryRun;
import org.postern.admin.trust.RunDraft;
import org.postern.web.api.Does;
import org.postern.web.api.Mail;
import org.postern.web.api.ProblemException;
import org.postern.web.api.ProblemKind;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What the checks would say to mail that a program sends along. */
@Path("/judge")
@Produces(MediaType.APPLICATION_JSON)
public class JudgedMailResource {
    private static final int RETRY_SECONDS = 10;

    @Inject
    private DryRun run;

    @POST
    @Consumes(Mail.TYPE)
    @Does(value = "Tells what each check would say to this message of a stranger; nothing is kept, counted or learnt", by = Role.OPERATOR)
    public Judgement judge(@QueryParam("client") @DefaultValue("") String client,
            @QueryParam("helo") @DefaultValue("") String helo,
            @QueryParam("sender") @DefaultValue("") String sender,
            @QueryParam("recipient") List<String> recipients,
            @QueryParam("scanners") @DefaultValue("no") Answer scanners, InputStream message) throws IOException {
        try {
            return Judgement
                    .of(run.judge(new RunDraft(client, helo, sender, recipients, scanners == Answer.YES), message));
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.of(ProblemKind.NOT_VALID, String.valueOf(wrong.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ProblemException.later(ProblemKind.UNAVAILABLE, "The gateway is going down.", RETRY_SECONDS);
        }
    }

    /** Whether something is wanted. */
    public enum Answer {
        /** It is. */
        YES,
        /** It is not. */
        NO
    }
}
