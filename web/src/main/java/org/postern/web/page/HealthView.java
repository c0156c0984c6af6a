package org.postern.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.server.Readiness;
import org.postern.sentence.Sentence;
import org.postern.web.text.Texts;

import java.util.List;
import java.util.stream.Collectors;

/** The line at the top of each page: whether mail is taken. */
@Named("health")
@RequestScoped
public class HealthView {
    @Inject
    private Readiness readiness;

    public boolean isTakingMail() {
        return obstacles().isEmpty();
    }

    public String getHeadline() {
        List<Sentence> obstacles = obstacles();
        return obstacles.isEmpty()
                ? Texts.current().say("common.takingMail")
                : Texts.current()
                        .say("common.notTakingMailX",
                                obstacles.stream().map(Texts.current()::said).collect(Collectors.joining("; ")));
    }

    private List<Sentence> obstacles() {
        return readiness.obstacles();
    }
}
