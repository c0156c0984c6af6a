package org.postern.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.people.Entrance;
import org.postern.web.door.Proxied;
import org.postern.web.door.SessionCookie;
import org.postern.web.text.Language;
import org.postern.web.text.LanguageChoice;
import org.postern.web.text.Texts;

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
    private String language = "";

    /** Changes the password, if the present one is known. */
    public void change() {
        String name = faces.getExternalContext().getRemoteUser();
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        Optional<String> fault = wanted.equals(again)
                ? entrance.changePassword(name, present, wanted, SessionCookie.of(request).orElse(""),
                        Proxied.whence(request)).map(Texts.current()::said)
                : Optional.of(Texts.current().say("common.theTwoPasswordsDiffer"));
        fault.ifPresentOrElse(text -> Notices.fault(faces, text),
                () -> Notices.done(faces, Texts.current().say("account.thePasswordIsChanged")));
    }

    /** Keeps the language in the browser, and shows the page in it. */
    public void speak() {
        ExternalContext external = faces.getExternalContext();
        LanguageChoice.make((HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse(),
                Language.of(language));
        Forms.show("account");
    }

    public Language[] getLanguages() {
        return Language.values();
    }

    /** {@return the tag of the language that was chosen in this browser; empty if none was} */
    public String getLanguage() {
        return LanguageChoice.made((HttpServletRequest) faces.getExternalContext().getRequest())
                .map(Language::tag)
                .orElse("");
    }

    public void setLanguage(String tag) {
        this.language = Forms.given(tag);
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
