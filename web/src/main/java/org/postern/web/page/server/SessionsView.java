package org.postern.web.page.server;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.server.ServerView;
import org.postern.admin.server.SessionView;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The SMTP sessions of this node that are going on. */
@Named
@RequestScoped
public class SessionsView {
    private static final int LINES = 200;

    @Inject
    private ServerView server;

    private String text = "";
    private List<SessionView> all;

    private List<SessionView> all() {
        if (all == null) {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            all = server.sessions().stream().filter(session -> says(session, wanted)).toList();
        }
        return all;
    }

    private static boolean says(SessionView session, String wanted) {
        return Stream.of(session.listener(), session.reference(), session.client(), session.helo(), session.identity(),
                session.stage())
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** {@return the oldest of each listener that have the text in them} */
    public List<SessionView> getSessions() {
        return all().subList(0, Math.min(LINES, all().size()));
    }

    /** {@return how many have it} */
    public int getCount() {
        return all().size();
    }

    /** {@return what a session does, for people} */
    public String stage(String word) {
        return switch (word) {
            case "preparing" -> Texts.current().say("sessions.handshake");
            case "idle" -> Texts.current().say("sessions.waitsForACommand");
            case "in-message" -> Texts.current().say("sessions.messageArrives");
            case "working" -> Texts.current().say("sessions.isBeingServed");
            case "writing" -> Texts.current().say("sessions.replyGoesOut");
            default -> word;
        };
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = Forms.given(text);
    }
}
