package org.postern.web.api.trust;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;
import org.postern.admin.rules.RuleDesk;
import org.postern.admin.rules.TrialDraft;
import org.postern.config.rule.RuleText;
import org.postern.sentence.Sentence;
import org.postern.web.api.Before;
import org.postern.web.api.By;
import org.postern.web.api.Checked;
import org.postern.web.api.Does;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What becomes of which mail, as people say themselves. */
@Path("/rules")
@Produces(MediaType.APPLICATION_JSON)
public class RulesResource {
    private static final String ID = "id";

    @Inject
    private RuleDesk desk;

    /**
     * A rule as it is written.
     *
     * @param texts for each key of a rule what is written, as in the file: {@code {"name": ["no-exe"], "action": ["refuse"]}}
     */
    public record RuleBody(Map<String, List<String>> texts) {
        RuleText toText() {
            RuleText text = new RuleText(texts);
            Checked.field("texts", text::toRule);
            return text;
        }
    }

    /**
     * Mail that is described.
     *
     * @param client an IP address
     * @param user a login
     * @param sender an address; left out for the null reverse-path
     * @param header fields, as in {@code Subject: invoice}
     * @param proved domains that authentication has proved
     * @param symbols what was found, as in {@code FILE_MACROS=2}
     */
    public record Trial(String client, Optional<String> user, Optional<String> sender, List<String> recipients,
            List<String> header, List<String> proved, List<String> symbols) {}

    /** What the rules would make of it, in sentences. */
    public record Said(List<Sentence> lines) {}

    @GET
    @Does(value = "Lists the rules of the database, in the order in which they are asked", by = Role.AUDITOR)
    public Paged<RuleLine> list() {
        return Paged.whole(desk.all().stream().map(RuleLine::of).toList());
    }

    @GET
    @Path("of-file")
    @Does(value = "Lists the rules of the configuration file, which come after those of the database", by = Role.AUDITOR)
    public Paged<RuleLine.OfFile> ofFile() {
        return Paged.whole(desk.ofFile().stream().map(RuleLine.OfFile::of).toList());
    }

    @GET
    @Path("{id:\\d{1,18}}")
    @Does(value = "Shows one rule", by = Role.AUDITOR)
    public RuleLine show(@PathParam(ID) long id) {
        return found(rule -> rule.id() == id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Adds a rule behind all others of the database", by = Role.ADMINISTRATOR, status = 201)
    public RuleLine add(RuleBody body) {
        RuleText text = body.toText();
        ProblemException.onFault(desk.add(text, By.name()));
        return found(rule -> rule.name().equals(text.name()));
    }

    @PUT
    @Path("{id:\\d{1,18}}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Lets a rule say this, and nothing of what it said before", by = Role.ADMINISTRATOR)
    public RuleLine change(@PathParam(ID) long id, RuleBody body) {
        RuleText text = body.toText();
        show(id);
        ProblemException.onFault(desk.change(id, text, By.name()));
        return show(id);
    }

    @POST
    @Path("{id:\\d{1,18}}/enable")
    @Does(value = "Switches a rule on", by = Role.ADMINISTRATOR)
    public RuleLine enable(@PathParam(ID) long id) {
        return switched(id, true);
    }

    @POST
    @Path("{id:\\d{1,18}}/disable")
    @Does(value = "Switches a rule off", by = Role.ADMINISTRATOR)
    public RuleLine disable(@PathParam(ID) long id) {
        return switched(id, false);
    }

    private RuleLine switched(long id, boolean whether) {
        show(id);
        ProblemException.onFault(desk.enable(id, whether, By.name()));
        return show(id);
    }

    @POST
    @Path("{id:\\d{1,18}}/move")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Has a rule asked right before another one", by = Role.ADMINISTRATOR)
    public void move(@PathParam(ID) long id, Before other) {
        show(id);
        show(other.before());
        ProblemException.onFault(desk.moveBefore(id, other.before()));
    }

    @DELETE
    @Path("{id:\\d{1,18}}")
    @Does(value = "Deletes a rule", by = Role.ADMINISTRATOR)
    public void delete(@PathParam(ID) long id) {
        show(id);
        ProblemException.onFault(desk.delete(id));
    }

    @POST
    @Path("try")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Tells what the rules would make of such mail now; nothing is done", by = Role.AUDITOR)
    public Said wouldSay(Trial trial) {
        return new Said(desk.wouldSay(new TrialDraft(trial.client(), trial.user().orElse(""),
                trial.sender().orElse(""), trial.recipients(), trial.header(), trial.proved(), trial.symbols())));
    }

    private RuleLine found(Predicate<RuleLine> which) {
        return ProblemException.orNotFound(desk.all().stream().map(RuleLine::of).filter(which).findFirst());
    }
}
