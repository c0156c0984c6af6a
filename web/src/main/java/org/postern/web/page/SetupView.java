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

/** Makes the first administrator. */
@Named
@RequestScoped
public class SetupView {
    @Inject
    private FacesContext faces;
    @Inject
    private Administrators administrators;
    @Inject
    private LoginThrottle throttle;

    private String token = "";
    private String name = "";
    private String password = "";
    private String again = "";

    /** Makes the administrator and logs them in. */
    public void make() throws IOException {
        HttpServletRequest request = (HttpServletRequest) external().getRequest();
        Optional<String> fault = throttle.wait(request.getRemoteAddr()).map(SetupView::tooOften).or(this::attempt);
        if (fault.isPresent()) {
            throttle.failed(request.getRemoteAddr());
            Notices.fault(faces, fault.get());
            return;
        }
        try {
            request.login(name, password);
            SessionTimes.lengthen(request);
            external().redirect(external().getRequestContextPath() + "/messages");
        } catch (ServletException e) {
            external().redirect(external().getRequestContextPath() + "/login");
        }
    }

    private Optional<String> attempt() {
        if (!password.equals(again)) {
            return Optional.of("The two passwords differ.");
        }
        return administrators.makeFirst(token, name, password);
    }

    private static String tooOften(Duration wait) {
        return "Too many attempts. Try again in " + wait.plusSeconds(1).toSeconds() + " s.";
    }

    private ExternalContext external() {
        return faces.getExternalContext();
    }

    public boolean isPossible() {
        return administrators.isNobodyThere();
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
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

    public String getAgain() {
        return "";
    }

    public void setAgain(String again) {
        this.again = again;
    }
}
