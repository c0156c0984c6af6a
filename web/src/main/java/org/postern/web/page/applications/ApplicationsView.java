package org.postern.web.page.applications;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.applications.ApplicationDesk;
import org.postern.admin.applications.ApplicationView;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The queues and topics of applications, a page of them from any name on, and one of them. */
@Named
@RequestScoped
public class ApplicationsView {
    private static final int LINES = 50;

    @Inject
    private ApplicationDesk desk;

    private String after = "";
    private String name = "";
    private List<ApplicationView> found;
    private Optional<ApplicationView> one;

    private List<ApplicationView> found() {
        if (found == null) {
            found = desk.after(after, LINES + 1);
        }
        return found;
    }

    /** {@return those of this page} */
    public List<ApplicationView> getShown() {
        return found().subList(0, Math.min(LINES, found().size()));
    }

    /** {@return the address of the next page; empty where there is none} */
    public String getNext() {
        return found().size() > LINES ? "applications?after=" + Forms.encoded(getShown().getLast().name()) : "";
    }

    /** {@return whether the broker says what it holds} */
    public boolean isKnown() {
        return desk.isKnown();
    }

    /** {@return the one that the address names; null, for the page, if there is none} */
    public ApplicationView getOne() {
        if (one == null) {
            one = desk.find(name);
        }
        return one.orElse(null);
    }

    /** {@return the roles that may read it from outside} */
    public List<String> getRoles() {
        return desk.roles(name);
    }

    /** {@return the accounts of this server that may use it} */
    public List<String> getAccounts() {
        return desk.accounts(name);
    }

    /** {@return messages a minute; a sign in its place until it is known} */
    public String rate(OptionalDouble rate) {
        if (rate.isEmpty()) {
            return "…";
        }
        double value = rate.getAsDouble();
        return value > 0 && value < 10
                ? String.format(Texts.current().locale(), "%.1f", value)
                : String.format(Texts.current().locale(), "%,.0f", value);
    }

    /** {@return whether it is a topic} */
    public boolean isTopic(ApplicationView view) {
        return view.name().startsWith("topic:");
    }

    /** {@return the name alone} */
    public String plain(ApplicationView view) {
        return view.name().substring(view.name().indexOf(':') + 1);
    }

    /** {@return the address of the page of this one} */
    public String address(ApplicationView view) {
        return "application?name=" + Forms.encoded(view.name());
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = Forms.given(after);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = Forms.given(name);
    }
}
