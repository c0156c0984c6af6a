package org.postern.web.page.accounts;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.people.MailAccounts;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** One mail user, as they are written: a new one, or one that there is, whose password is written only to change it. */
@Named
@ViewScoped
public class MailUserView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient MailAccounts accounts;

    private String of = "";
    private String name = "";
    private String senders = "";
    private transient String password = "";

    /** Puts the user of this name into the form; shows the list if there is none. */
    public void load() {
        if (of.isEmpty()) {
            return;
        }
        accounts.find(of).ifPresentOrElse(account -> senders = String.join("\n", account.senders()), () -> {
            Forms.tell(Optional.of(Texts.current().say("users.noUserXAnyMore", of)), "");
            Forms.show("users");
        });
    }

    /** Saves a new user. */
    public void add() {
        shown(accounts.add(name, Forms.given(password), Forms.lines(senders)),
                Texts.current().say("users.xMayLogIn", name.strip()));
    }

    /** Saves what the user may write as sender. */
    public void sendAs() {
        shown(accounts.sendAs(of, Forms.lines(senders)), Texts.current().say("users.whatXMaySendAsIsSaved", of));
    }

    /** Sets another password. */
    public void changePassword() {
        shown(accounts.changePassword(of, Forms.given(password)),
                Texts.current().say("users.theNewPasswordOfXIsSet", of));
    }

    private void shown(Optional<?> fault, String done) {
        if (Forms.tell(fault, done)) {
            Forms.show("users");
        }
    }

    /** {@return the name of the user who is changed; empty for a new one} */
    public String getOf() {
        return of;
    }

    public void setOf(String of) {
        this.of = Forms.given(of);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = Forms.given(name);
    }

    public String getSenders() {
        return senders;
    }

    public void setSenders(String senders) {
        this.senders = Forms.given(senders);
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
