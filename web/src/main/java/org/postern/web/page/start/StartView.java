package org.postern.web.page.start;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.routes.RouteDesk;
import org.postern.admin.start.FirstRoutes;
import org.postern.admin.start.FirstSteps;
import org.postern.admin.start.TestMail;
import org.postern.delivery.ConnectionTrial.Contact;
import org.postern.limit.BusyException;
import org.postern.routing.StoredRoute;
import org.postern.sentence.Sentence;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** The first steps: whose mail comes here, how mail leaves, and a mail that tries it. */
@Named
@ViewScoped
public class StartView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String EVERYBODY = "*";
    private static final String BY_MX = "mx";

    @Inject
    private transient FirstSteps steps;
    @Inject
    private transient FirstRoutes first;
    @Inject
    private transient RouteDesk routes;

    private String domain = "";
    private String target = "";
    private String way = BY_MX;
    private String tried = "";
    private String recipient = "";
    private String sent = "";
    private transient List<Contact> contacts = List.of();

    public String getName() {
        return steps.name();
    }

    /** {@return the routes of domains, without the one for all others} */
    public List<StoredRoute> getDomains() {
        return routes.all().stream().filter(route -> !route.recipient().equals(EVERYBODY)).toList();
    }

    /** {@return the routes that the file has, in words} */
    public List<Sentence> getOfFile() {
        return routes.ofFile();
    }

    /** {@return where mail for all other domains goes} */
    public String getWayOut() {
        return first.wayOut();
    }

    public String getLines() {
        return steps.lines();
    }

    /** Lets mail for the domain go where it was said, and shows the page anew. */
    public void addDomain() {
        shown(Forms.tell(first.lead(domain, target, Forms.person()),
                Texts.current().say("start.mailForXGoesToX", domain.strip(), target.strip())), "domains");
    }

    /** Lets mail for all other domains go this way. */
    public void choose() {
        shown(Forms.tell(first.leave(way, Forms.person()),
                Texts.current().say("start.otherMailGoesByX", way.strip())), "way");
    }

    private static void shown(boolean done, String place) {
        if (done) {
            Forms.show("start#" + place);
        }
    }

    /** Connects as a delivery would; the page then says how far it came. */
    public void tryConnecting() {
        String target = tried.isBlank() ? way : tried;
        try {
            contacts = steps.tryConnecting(target);
        } catch (BusyException busy) {
            contacts = List.of(new Contact(target, false, Sentence.asItIs(Forms.words(busy))));
        }
    }

    /** Sends the test mail; the page then leads to its story. */
    public void send() {
        switch (steps.send(recipient)) {
            case TestMail.Sent(var id) -> {
                Forms.tell(Optional.empty(), Texts.current().say("start.theTestMailIsOnItsWay"));
                Forms.show("start?sent=" + id + "#test");
            }
            case TestMail.NotSent(Sentence reason) -> Forms.tell(Optional.of(reason), "");
        }
    }

    public List<Contact> getContacts() {
        return contacts == null ? List.of() : contacts;
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = Forms.given(domain);
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = Forms.given(target);
    }

    public String getWay() {
        return way;
    }

    public void setWay(String way) {
        this.way = Forms.given(way);
    }

    public String getTried() {
        return tried;
    }

    public void setTried(String tried) {
        this.tried = Forms.given(tried);
    }

    public String getRecipient() {
        return recipient;
    }

    public void setRecipient(String recipient) {
        this.recipient = Forms.given(recipient);
    }

    /** {@return the name of the test mail that was sent last; empty if none was} */
    public String getSent() {
        return sent;
    }

    public void setSent(String sent) {
        this.sent = Forms.given(sent);
    }
}
