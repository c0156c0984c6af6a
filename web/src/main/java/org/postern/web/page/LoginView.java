package org.postern.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.postern.admin.people.Administrators;
import org.postern.admin.people.LoginThrottle;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The way in and out of the console. */
@Named
@RequestScoped
public class LoginView {
    private static final String FIRST_PAGE = "/messages";

    @Inject
    private FacesContext faces;
    @Inject
    private LoginThrottle throttle;
    @Inject
    private Administrators administrators;

    private String name = "";
    private String password = "";
    private String target = "";

    /** Logs in, if the address has not failed too often, and goes where the visitor wanted to. */
    public void login() throws IOException {
        HttpServletRequest request = request();
        String address = request.getRemoteAddr();
        Optional<Duration> wait = throttle.wait(address);
        if (wait.isPresent()) {
            Notices.fault(faces, "Too many attempts. Try again in " + wait.get().plusSeconds(1).toSeconds() + " s.");
            return;
        }
        try {
            request.login(name, password);
            SessionTimes.lengthen(request);
            throttle.succeeded(address);
            external().redirect(external().getRequestContextPath() + destination());
        } catch (ServletException e) {
            throttle.failed(address);
            Notices.fault(faces, "Name or password is not right.");
        }
    }

    /** Ends the session and everything in it. */
    public void logout() throws IOException {
        external().invalidateSession();
        external().redirect(external().getRequestContextPath() + "/login");
    }

    /** {@return the page that was asked for before the login, within the console; else the first page} */
    private String destination() {
        boolean ours = target.startsWith("/") && !target.startsWith("//") && target.indexOf('\\') < 0
                && target.indexOf(':') < 0 && !target.startsWith("/login") && !target.startsWith("/jakarta");
        return ours ? target : FIRST_PAGE;
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) external().getRequest();
    }

    private ExternalContext external() {
        return faces.getExternalContext();
    }

    /** {@return the page that was asked for, when the login came in between} */
    public String getTarget() {
        return target;
    }

    public void setTarget(String path) {
        target = path == null ? "" : path;
    }

    public boolean isNobodyThere() {
        return administrators.isNobodyThere();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
