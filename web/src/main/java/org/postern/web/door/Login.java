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
import org.postern.web.text.Texts;

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
            show(request, response, Texts.of(request).say("door.nobodyByPassword"), to);
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
                show(request, response, Texts.of(request).say("door.nameOrPasswordNotRight"), to);
            }
            case Entry.Later(Duration pause) -> {
                response.setStatus(TOO_MANY_REQUESTS);
                show(request, response, PlainPage.tooOften(request, pause), to);
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
                ? "<div class=\"note\">" + PlainPage.paragraph(request, "door.nobodyMayLogInYet")
                        + "<p><a href=\"setup\">"
                        + PlainPage.words(request, "door.makeTheFirst") + "</a></p></div>"
                : "";
        PlainPage.show(request, response, "door.logIn", nobody + byProvider(request, to)
                + (settings.get(OpenIdSettings.PASSWORDS) ? byPassword(request, fault, to) : PlainPage.fault(fault)));
    }

    private String byProvider(HttpServletRequest request, String to) {
        return openId.isOn()
                ? "<p><a class=\"button\" id=\"login:openid\" href=\"" + PlainPage.escaped("openid?to="
                        + URLEncoder.encode(to, StandardCharsets.UTF_8)) + "\">"
                        + PlainPage.words(request, "door.logInByOpenId") + "</a></p>"
                : "";
    }

    private static String byPassword(HttpServletRequest request, String fault, String to) {
        return "<form method=\"post\" action=\"login\" class=\"stack\">"
                + PlainPage.fault(fault)
                + "<label for=\"login:name\">" + PlainPage.words(request, "common.name")
                + "</label><input type=\"text\" id=\"login:name\" name=\"login:name\""
                + " maxlength=\"64\" autocomplete=\"username\" autofocus=\"autofocus\" required=\"required\"/>"
                + "<label for=\"login:password\">" + PlainPage.words(request, "common.password")
                + "</label><input type=\"password\" id=\"login:password\""
                + " name=\"login:password\" maxlength=\"128\" autocomplete=\"current-password\" required=\"required\"/>"
                + "<input type=\"hidden\" name=\"login:to\" value=\"" + PlainPage.escaped(to) + "\"/>"
                + "<input type=\"submit\" id=\"login:enter\" name=\"login:enter\" value=\""
                + PlainPage.words(request, "door.logIn") + "\" class=\"primary\"/></form>";
    }
}
