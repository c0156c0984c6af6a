package org.postern.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.people.PasswordChoice;
import org.postern.web.text.Texts;

import java.io.IOException;
import java.util.Optional;

/** Lets who has a link choose a password. */
@WebServlet(Choose.PATH)
public class Choose extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** Where it is; the secret of the link stands in {@code token}. */
    public static final String PATH = "/password";

    @Inject
    private transient PasswordChoice choice;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!LinkSecret.isMoved(request, response, PATH)) {
            show(request, response, "");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String password = PlainPage.parameter(request, "choose:password");
        Optional<String> fault = password.equals(PlainPage.parameter(request, "choose:again"))
                ? choice.choose(LinkSecret.of(request), password).map(Texts.of(request)::said)
                : Optional.of(Texts.of(request).say("common.theTwoPasswordsDiffer"));
        if (fault.isPresent()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            show(request, response, fault.get());
        } else {
            LinkSecret.end(request, response, PATH);
            PlainPage.show(request, response, "door.yourPasswordIsSet", PlainPage.paragraph(request, "door.linkOfNoUse")
                    + PlainPage.link(request, "login", "door.logIn"));
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String fault) throws IOException {
        Optional<String> person = choice.person(LinkSecret.of(request));
        if (person.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        PlainPage.show(request, response, "door.choosePassword", person.map(name -> form(request, name, fault))
                .orElseGet(() -> PlainPage.paragraph(request, "door.linkIsOver")));
    }

    private static String form(HttpServletRequest request, String person, String fault) {
        return "<p>" + PlainPage.words(request, "door.forPerson") + " <bdi><strong>" + PlainPage.escaped(person)
                + "</strong></bdi></p>"
                + "<form method=\"post\" action=\"password\" class=\"stack\">" + PlainPage.fault(fault)
                + "<input type=\"hidden\" name=\"choose:name\" autocomplete=\"username\" value=\""
                + PlainPage.escaped(person) + "\"/>" + NewPassword.fields(request, "choose")
                + "<input type=\"submit\" id=\"choose:set\" name=\"choose:set\" value=\""
                + PlainPage.words(request, "users.setThePassword") + "\" class=\"primary\"/></form>";
    }
}
