package org.postern.web.page.server;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.server.CertificateView;
import org.postern.admin.server.ListenerView;
import org.postern.admin.server.ServerView;
import org.postern.web.text.Texts;

import java.time.Instant;
import java.util.List;

/** The ports of this node on which mail comes in, and what they show to clients that ask for TLS. */
@Named
@RequestScoped
public class ListenersView {
    @Inject
    private ServerView server;

    private List<ListenerView> listeners;
    private List<CertificateView> certificates;

    public List<ListenerView> getListeners() {
        if (listeners == null) {
            listeners = server.listeners();
        }
        return listeners;
    }

    public List<CertificateView> getCertificates() {
        if (certificates == null) {
            certificates = server.certificates();
        }
        return certificates;
    }

    /** {@return how long a certificate is good, in a word} */
    public String word(CertificateView certificate) {
        Instant now = Instant.now();
        if (certificate.isOver(now)) {
            return Texts.current().say("server.certificateOver");
        }
        return certificate.isDue(now)
                ? Texts.current().say("server.endsSoon")
                : Texts.current().say("server.valid");
    }

    /** {@return the class of colour that goes with it} */
    public String tone(CertificateView certificate) {
        Instant now = Instant.now();
        if (certificate.isOver(now)) {
            return "bad";
        }
        return certificate.isDue(now) ? "wait" : "good";
    }
}
