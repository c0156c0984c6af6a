package org.postern.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.openid.OpenIdEntrance;
import org.postern.admin.people.Administrators;
import org.postern.admin.people.Entrance;
import org.postern.admin.people.Entry;
import org.postern.config.OpenIdSettings;
import org.postern.config.Settings;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The way into the console. Makes no session before somebody has logged in. */
@WebServlet(Login.PATH)
public class Login extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/login";
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private transient Entrance entrance;
    @Inject
    private transient Administrators administrators;
    @Inject
    private transient OpenIdEntrance openId;
    @Inject
    private transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, "", PlainPage.parameter(request, "to"));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String to = PlainPage.parameter(request, "login:to");
        if (!settings.get(OpenIdSettings.PASSWORDS)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            show(request, response, "Nobody logs in by a password here.", to);
            return;
        }
        String name = PlainPage.parameter(request, "login:name");
        Entry entry;
        try {
            entry = name.isEmpty()
                    ? new Entry.Wrong()
                    : entrance.enter(name, PlainPage.parameter(request, "login:password"), Proxied.whence(request));
        } catch (RuntimeException databaseIsAway) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        switch (entry) {
            case Entry.In(String secret) -> {
                SessionCookie.give(request, response, secret);
                response.sendRedirect(request.getContextPath() + PlainPage.within(to));
            }
            case Entry.Wrong() -> {
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                show(request, response, "Name or password is not right.", to);
            }
            case Entry.Later(Duration pause) -> {
                response.setStatus(TOO_MANY_REQUESTS);
                show(request, response, Entrance.tooOften(pause), to);
            }
        }
    }

    /** Not said of a database that does not answer. */
    private boolean isNobodyThere() {
        try {
            return administrators.isNobodyThere();
        } catch (RuntimeException databaseIsAway) {
            return false;
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String fault, String to)
            throws IOException {
        String nobody = isNobodyThere()
                ? "<div class=\"note\">Nobody may log in yet. The gateway's start has printed an address that makes the first"
                        + " administrator; the token in it also stands in the file <code>setup-token</code> in the data"
                        + " folder. <a href=\"setup\">Make the first administrator</a></div>"
                : "";
        PlainPage.show(request, response, "Log in", nobody + byProvider(to)
                + (settings.get(OpenIdSettings.PASSWORDS) ? byPassword(fault, to) : PlainPage.fault(fault)));
    }

    private String byProvider(String to) {
        return openId.isOn()
                ? "<p><a class=\"button\" id=\"login:openid\" href=\"" + PlainPage.escaped("openid?to="
                        + URLEncoder.encode(to, StandardCharsets.UTF_8)) + "\">Log in by your OpenID provider</a></p>"
                : "";
    }

    private static String byPassword(String fault, String to) {
        return "<form method=\"post\" action=\"login\" class=\"stack\">"
                + PlainPage.fault(fault)
                + "<label for=\"login:name\">Name</label><input type=\"text\" id=\"login:name\" name=\"login:name\""
                + " maxlength=\"64\" autocomplete=\"username\" autofocus=\"autofocus\" required=\"required\"/>"
                + "<label for=\"login:password\">Password</label><input type=\"password\" id=\"login:password\""
                + " name=\"login:password\" maxlength=\"128\" autocomplete=\"current-password\" required=\"required\"/>"
                + "<input type=\"hidden\" name=\"login:to\" value=\"" + PlainPage.escaped(to) + "\"/>"
                + "<input type=\"submit\" id=\"login:enter\" name=\"login:enter\" value=\"Log in\" class=\"primary\"/></form>";
    }
}
