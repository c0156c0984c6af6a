package org.postern.web.api.mail;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;
import org.postern.admin.trust.DryRun;
import org.postern.admin.trust.RunDraft;
import org.postern.web.api.Does;
import org.postern.web.api.ProblemException;
import org.postern.web.api.ProblemKind;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the checks would say to mail that waits, if it came now. */
@Path("/queue/{key}/judge")
@Produces(MediaType.APPLICATION_JSON)
public class JudgeResource {
    private static final int RETRY_SECONDS = 10;

    @Inject
    private DryRun run;

    /**
     * Who would send it.
     *
     * @param client an IP address
     * @param helo what it says in EHLO
     * @param sender its own if it is left out
     * @param recipients its own if there are none
     * @param scanners whether scanners are asked as well, who may remember that; they are not if it is left out
     */
    public record Sending(String client, String helo, Optional<String> sender, List<String> recipients,
            Optional<Boolean> scanners) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Tells what each check would say to a waiting message; nothing is kept, counted or learnt", by = Role.OPERATOR)
    public Judgement judge(@PathParam("key") String key, Sending sending) throws IOException {
        RunDraft draft = new RunDraft(sending.client(), sending.helo(), sending.sender().orElse(""),
                sending.recipients(), sending.scanners().orElse(false));
        try {
            return Judgement.of(ProblemException.orNotFound(run.judgeWaiting(key, draft)));
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.of(ProblemKind.NOT_VALID, String.valueOf(wrong.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ProblemException.later(ProblemKind.UNAVAILABLE, "The gateway is going down.", RETRY_SECONDS);
        }
    }
}
