package org.postern.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.postern.admin.people.Entrance;
import org.postern.web.door.Proxied;
import org.postern.web.door.SessionCookie;

import java.util.Optional;

/** What somebody can change about their own account. */
@Named
@RequestScoped
public class AccountView {
    @Inject
    private FacesContext faces;
    @Inject
    private Entrance entrance;

    private String present = "";
    private String wanted = "";
    private String again = "";

    /** Changes the password, if the present one is known. */
    public void change() {
        String name = faces.getExternalContext().getRemoteUser();
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        Optional<String> fault = wanted.equals(again)
                ? entrance.changePassword(name, present, wanted, SessionCookie.of(request).orElse(""),
                        Proxied.whence(request))
                : Optional.of("The two passwords differ.");
        fault.ifPresentOrElse(text -> Notices.fault(faces, text),
                () -> Notices.done(faces, "The password is changed. Your other sessions have ended."));
    }

    public String getPresent() {
        return "";
    }

    public void setPresent(String present) {
        this.present = present;
    }

    public String getWanted() {
        return "";
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public String getAgain() {
        return "";
    }

    public void setAgain(String again) {
        this.again = again;
    }
}
