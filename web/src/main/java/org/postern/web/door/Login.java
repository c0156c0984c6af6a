package org.postern.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.people.Administrators;
import org.postern.admin.people.Entrance;
import org.postern.admin.people.LoginThrottle;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The way into the console. Makes no session before somebody has logged in. */
@WebServlet(Login.PATH)
public class Login extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/login";
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private transient Entrance entrance;
    @Inject
    private transient LoginThrottle throttle;
    @Inject
    private transient Administrators administrators;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, "", PlainPage.parameter(request, "to"));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = PlainPage.parameter(request, "login:name");
        String to = PlainPage.parameter(request, "login:to");
        String network = Proxied.client(request).network();
        Optional<Duration> wait = name.isEmpty() ? Optional.empty() : throttle.wait(network, name);
        if (wait.isPresent()) {
            response.setStatus(TOO_MANY_REQUESTS);
            show(request, response, tooOften(wait.get()), to);
            return;
        }
        Optional<String> secret = name.isEmpty()
                ? Optional.empty()
                : entrance.enter(name, PlainPage.parameter(request, "login:password"), network);
        if (secret.isPresent()) {
            throttle.succeeded(network, name);
            SessionCookie.give(request, response, secret.get());
            response.sendRedirect(request.getContextPath() + PlainPage.within(to));
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            show(request, response, "Name or password is not right.", to);
        }
    }

    static String tooOften(Duration wait) {
        return "Too many attempts. Try again in " + wait.plusSeconds(1).toSeconds() + " s.";
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String fault, String to)
            throws IOException {
        String nobody = administrators.isNobodyThere()
                ? "<div class=\"note\">Nobody may log in yet. The gateway's start has printed an address that makes the first"
                        + " administrator; the token in it also stands in the file <code>setup-token</code> in the data"
                        + " folder. <a href=\"setup\">Make the first administrator</a></div>"
                : "";
        PlainPage.show(request, response, "Log in", nobody + "<form method=\"post\" action=\"login\" class=\"stack\">"
                + PlainPage.fault(fault)
                + "<label for=\"login:name\">Name</label><input type=\"text\" id=\"login:name\" name=\"login:name\""
                + " maxlength=\"64\" autocomplete=\"username\" autofocus=\"autofocus\" required=\"required\"/>"
                + "<label for=\"login:password\">Password</label><input type=\"password\" id=\"login:password\""
                + " name=\"login:password\" maxlength=\"128\" autocomplete=\"current-password\" required=\"required\"/>"
                + "<input type=\"hidden\" name=\"login:to\" value=\"" + PlainPage.escaped(to) + "\"/>"
                + "<input type=\"submit\" id=\"login:enter\" name=\"login:enter\" value=\"Log in\" class=\"primary\"/></form>");
    }
}
