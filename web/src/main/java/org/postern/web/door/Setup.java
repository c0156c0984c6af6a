package org.postern.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.people.Administrators;
import org.postern.admin.people.Entrance;
import org.postern.admin.people.Entry;
import org.postern.admin.people.LoginThrottle;
import org.postern.web.text.Texts;

import java.io.IOException;
import java.util.Optional;

/** Makes the first administrator, and lets them in. */
@WebServlet(Setup.PATH)
public class Setup extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/setup";

    @Inject
    private transient Administrators administrators;
    @Inject
    private transient Entrance entrance;
    @Inject
    private transient LoginThrottle throttle;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!LinkSecret.isMoved(request, response, PATH)) {
            show(request, response, "", LinkSecret.of(request));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = PlainPage.parameter(request, "setup:name");
        String password = PlainPage.parameter(request, "setup:password");
        String token = PlainPage.parameter(request, "setup:token");
        Optional<String> fault = guess(token, request)
                .or(() -> password.equals(PlainPage.parameter(request, "setup:again"))
                        ? administrators.makeFirst(token, name, password).map(Texts.of(request)::said)
                        : Optional.of(Texts.of(request).say("common.theTwoPasswordsDiffer")));
        if (fault.isPresent()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            show(request, response, fault.get(), token);
            return;
        }
        LinkSecret.end(request, response, PATH);
        if (entrance.enter(name, password, Proxied.whence(request)) instanceof Entry.In(String secret)) {
            SessionCookie.give(request, response, secret);
        }
        response.sendRedirect(request.getContextPath() + "/start");
    }

    /** {@return what is wrong with a token that is none} Who has the token never waits, whatever others guess. */
    private Optional<String> guess(String token, HttpServletRequest request) {
        if (administrators.isToken(token) || !administrators.isNobodyThere()) {
            return Optional.empty();
        }
        LoginThrottle.Attempt attempt = throttle.attempt(Proxied.whence(request), "");
        if (attempt.hasToWait().isEmpty()) {
            attempt.failed();
        }
        return attempt.hasToWait().map(pause -> PlainPage.tooOften(request, pause));
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String fault, String token)
            throws IOException {
        PlainPage.show(request, response, "door.firstAdministrator", administrators.isNobodyThere()
                ? form(request, fault, token)
                : PlainPage.paragraph(request, "door.administratorAlready")
                        + PlainPage.link(request, "login", "door.logIn"));
    }

    private static String form(HttpServletRequest request, String fault, String token) {
        return "<form method=\"post\" action=\"setup\" class=\"stack\">" + PlainPage.fault(fault)
                + "<label for=\"setup:token\">" + PlainPage.words(request, "door.token")
                + "</label><input type=\"text\" id=\"setup:token\" name=\"setup:token\""
                + " value=\"" + PlainPage.escaped(token) + "\" maxlength=\"200\" autocomplete=\"off\""
                + " required=\"required\" aria-describedby=\"setup:about-token\"/><small id=\"setup:about-token\">"
                + PlainPage.coded(request, "door.whereTheTokenStands") + "</small>"
                + "<label for=\"setup:name\">" + PlainPage.words(request, "common.name")
                + "</label><input type=\"text\" id=\"setup:name\" name=\"setup:name\""
                + " maxlength=\"64\" autocomplete=\"username\" required=\"required\"/>"
                + NewPassword.fields(request, "setup")
                + "<input type=\"submit\" id=\"setup:make\" name=\"setup:make\" value=\""
                + PlainPage.words(request, "door.makeTheAdministrator") + "\" class=\"primary\"/></form>";
    }
}
