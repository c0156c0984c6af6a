package org.postern.web.page.applications;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.applications.AccountDesk;
import org.postern.admin.applications.AccountView;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;

/** The accounts of applications, and what one of them may do, as it is written. */
@Named
@ViewScoped
public class ApplicationAccountView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int NO_NUMBER = -1;

    @Inject
    private transient AccountDesk desk;

    private String of = "";
    private String name = "";
    private String queues = "";
    private String senders = "";
    private String perMinute = "";
    private transient List<AccountView> all;

    /** {@return all of them} */
    public List<AccountView> getAll() {
        if (all == null) {
            all = desk.all();
        }
        return all;
    }

    /** Puts what is said of the account of this name into the form. */
    public void load() {
        if (!of.isEmpty()) {
            desk.find(of).ifPresent(account -> {
                queues = String.join("\n", account.queues());
                senders = String.join("\n", account.senders());
                perMinute = account.perMinute() == 0 ? "" : Integer.toString(account.perMinute());
            });
        }
    }

    /** Saves it. */
    public void save() {
        String whose = of.isEmpty() ? name.strip() : of;
        if (Forms.tell(desk.limit(whose, Forms.lines(queues), Forms.lines(senders), number()),
                Texts.current().say("users.whatAccountXMayDoIsSaved", whose))) {
            Forms.show("users");
        }
    }

    private int number() {
        String text = perMinute.strip();
        if (text.isEmpty()) {
            return 0;
        }
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : NO_NUMBER;
    }

    /** {@return the name of the account that is limited; empty where it is still to be written} */
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

    public String getQueues() {
        return queues;
    }

    public void setQueues(String queues) {
        this.queues = Forms.given(queues);
    }

    public String getSenders() {
        return senders;
    }

    public void setSenders(String senders) {
        this.senders = Forms.given(senders);
    }

    public String getPerMinute() {
        return perMinute;
    }

    public void setPerMinute(String perMinute) {
        this.perMinute = Forms.given(perMinute);
    }
}
