package org.postern.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.people.PasswordChoice;

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
                ? choice.choose(LinkSecret.of(request), password)
                : Optional.of("The two passwords differ.");
        if (fault.isPresent()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            show(request, response, fault.get());
        } else {
            LinkSecret.end(request, response, PATH);
            PlainPage.show(request, response, "Your password is set",
                    "<p>The link that you used is of no use any more.</p><p><a class=\"button\" href=\"login\">Log in</a></p>");
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String fault) throws IOException {
        Optional<String> person = choice.person(LinkSecret.of(request));
        if (person.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        PlainPage.show(request, response, "Choose a password", person.map(name -> form(name, fault))
                .orElse("<p>This link was used already, or its time is over. An administrator can give you another one.</p>"));
    }

    private static String form(String person, String fault) {
        return "<p>For <bdi><strong>" + PlainPage.escaped(person) + "</strong></bdi>.</p>"
                + "<form method=\"post\" action=\"password\" class=\"stack\">" + PlainPage.fault(fault)
                + "<input type=\"hidden\" name=\"choose:name\" autocomplete=\"username\" value=\""
                + PlainPage.escaped(person) + "\"/>" + NewPassword.fields("choose")
                + "<input type=\"submit\" id=\"choose:set\" name=\"choose:set\" value=\"Set the password\""
                + " class=\"primary\"/></form>";
    }
}
