package org.postern.web.page.domains;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.probe.ProbeDesk;
import org.postern.admin.probe.ProbeView;
import org.postern.delivery.probe.Contact;
import org.postern.delivery.probe.Probed;
import org.postern.delivery.probe.ShownCertificate;
import org.postern.limit.BusyException;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.util.Optional;

/** Servers that are asked whether they would take mail, and what they said. */
@Named
@RequestScoped
public class ServersAskedView {
    @Inject
    private ProbeDesk desk;

    private String id = "";
    private String recipient = "";
    private String host = "";

    /** Begins to ask, and shows the page on which the answers will stand. */
    public void ask() {
        try {
            Forms.show("probe?id=" + Forms.encoded(desk.begin(recipient, host).id()));
        } catch (IllegalArgumentException | BusyException wrong) {
            Forms.tell(Optional.of(Forms.words(wrong)), "");
        }
    }

    /** {@return the one that the address names; null, for the page, if it is none of the last} */
    public ProbeView getOne() {
        return desk.find(id).orElse(null);
    }

    /** {@return what came of it; null, for the page, while it goes on} */
    public Probed getResult() {
        return desk.find(id).flatMap(ProbeView::result).orElse(null);
    }

    /** {@return whether there is nothing to wait for} */
    public boolean isOver() {
        return desk.find(id).filter(one -> !one.isOver()).isEmpty();
    }

    /** {@return the class of colour that goes with it} */
    public String tone(Probed result) {
        return switch (result.verdict()) {
            case TAKEN -> "good";
            case WAITING -> "wait";
            case RETURNED -> "bad";
            case UNKNOWN -> "dim";
        };
    }

    /** {@return what was said, a line each, with the seconds since the beginning} */
    public String transcript(Contact contact) {
        StringBuilder text = new StringBuilder();
        for (Contact.Line line : contact.lines()) {
            text.append(String.format(Texts.current().locale(), "%7.3f %s %s%n", line.at().toMillis() / 1000.0,
                    mark(line.speaker()), line.text()));
        }
        return text.toString();
    }

    private static String mark(Contact.Speaker speaker) {
        return switch (speaker) {
            case WE -> ">";
            case SERVER -> "<";
            case NOBODY -> "-";
        };
    }

    /** {@return the names of a certificate in one text} */
    public String names(ShownCertificate certificate) {
        return String.join(", ", certificate.names());
    }

    /** {@return what TLS protected the connection; empty in the clear} */
    public String tls(Contact contact) {
        return contact.tls().orElse("");
    }

    /** {@return why it was not as demanded; empty if it was} */
    public String fault(Contact contact) {
        return contact.fault().map(Texts.current()::said).orElse("");
    }

    /** {@return why the certificates prove nothing; empty if they do} */
    public String flaw(Contact contact) {
        return contact.flaw().map(Texts.current()::said).orElse("");
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = Forms.given(id);
    }

    public String getRecipient() {
        return recipient;
    }

    public void setRecipient(String recipient) {
        this.recipient = Forms.given(recipient);
    }

    public String getHost() {
        return host;
    }

    public void setHost(String host) {
        this.host = Forms.given(host);
    }
}
