package org.postern.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.admin.people.DomainNames;
import org.postern.admin.people.People;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;
import org.postern.web.text.Texts;

import java.io.IOException;
import java.util.Optional;

/** Does what an administrator says on the page of the people. The link that comes of it is shown here, once. */
@WebServlet("/people-acts")
public class PeopleActs extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient People people;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String person = PlainPage.parameter(request, "person");
            switch (PlainPage.parameter(request, "act")) {
                case "add" -> show(request, response, person, people.add(person, remit(request)));
                case "link" -> show(request, response, person, people.reset(person));
                case "role" -> back(request, response, people.change(person, remit(request)));
                case "end" -> back(request, response, people.end(person));
                case "end-session" -> {
                    people.endSession(PlainPage.parameter(request, "session"));
                    back(request, response, Optional.empty());
                }
                default -> throw new IllegalArgumentException(Texts.of(request).say("door.noSuchAct"));
            }
        } catch (IllegalArgumentException wrong) {
            back(request, response, Optional.of(RefusedException.sentenceOf(wrong)));
        }
    }

    private static Role role(HttpServletRequest request) {
        return Role.of(PlainPage.parameter(request, "role"))
                .orElseThrow(() -> new IllegalArgumentException(Texts.of(request).say("door.noSuchRole")));
    }

    private static Remit remit(HttpServletRequest request) {
        return new Remit(role(request), DomainNames.read(PlainPage.parameter(request, "domains")));
    }

    private static void back(HttpServletRequest request, HttpServletResponse response, Optional<Sentence> fault)
            throws IOException {
        if (fault.isEmpty()) {
            response.sendRedirect(request.getContextPath() + "/people");
            return;
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        PlainPage.show(request, response, "door.nothingWasChanged",
                PlainPage.fault(Texts.of(request).said(fault.get()))
                        + PlainPage.link(request, "people", "door.backToThePeople"));
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, String person, String secret)
            throws IOException {
        String link = Proxied.origin(request) + request.getContextPath() + Choose.PATH + "?token=" + secret;
        PlainPage.show(request, response, "door.aLinkShownOnce",
                "<p>" + PlainPage.words(request, "door.forPerson") + " <bdi><strong>" + PlainPage.escaped(person)
                        + "</strong></bdi></p>"
                        + PlainPage.paragraph(request, "door.giveItX", People.LINK_TIME.toHours())
                        + "<p><code><bdi>" + PlainPage.escaped(link) + "</bdi></code></p>"
                        + PlainPage.link(request, "people", "door.backToThePeople"));
    }
}
