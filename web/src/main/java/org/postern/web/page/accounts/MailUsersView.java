package org.postern.web.page.accounts;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.people.MailAccount;
import org.postern.admin.people.MailAccounts;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;

/** The gateway's own mail users, a page of them from any name on. Each act ends with the page shown anew. */
@Named
@ViewScoped
public class MailUsersView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 100;

    @Inject
    private transient MailAccounts accounts;

    private String after = "";
    private transient List<MailAccount> found;

    private List<MailAccount> found() {
        if (found == null) {
            found = accounts.after(after.strip(), LINES + 1);
        }
        return found;
    }

    /** {@return those of this page} */
    public List<MailAccount> getUsers() {
        return found().subList(0, Math.min(LINES, found().size()));
    }

    /** {@return the name behind which the next page begins; empty where there is none} */
    public String getNext() {
        return found().size() > LINES ? getUsers().getLast().name() : "";
    }

    /** Lets the user whom the request names log in, or not any more. */
    public void toggle() {
        String name = Forms.parameter("user");
        boolean enable = Forms.parameter("enable").equals("true");
        Forms.tell(accounts.enable(name, enable),
                Texts.current().say(enable ? "users.xMayLogIn" : "users.xMayNotLogInAnyMore", name));
        again();
    }

    /** Deletes the user whom the request names. */
    public void delete() {
        String name = Forms.parameter("user");
        Forms.tell(accounts.delete(name), Texts.current().say("common.xIsDeleted", name));
        again();
    }

    private void again() {
        Forms.show("users?after=" + Forms.encoded(after));
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = Forms.given(after);
    }
}
