package org.postern.web.page.domains;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.domains.DiagnosisDesk;
import org.postern.admin.domains.DnsFinding;
import org.postern.limit.BusyException;
import org.postern.web.page.Forms;

import java.util.List;

/** What the DNS says of the mail of any domain. */
@Named
@RequestScoped
public class DiagnosisView {
    @Inject
    private DiagnosisDesk desk;

    private String domain = "";
    private String selector = "";
    private String client = "";
    private String fault = "";
    private List<DnsFinding> findings = List.of();

    /** Asks the DNS, where somebody has written a domain. */
    public void look() {
        if (domain.isBlank()) {
            return;
        }
        try {
            findings = desk.of(domain, selector, client);
        } catch (IllegalArgumentException | BusyException wrong) {
            fault = Forms.words(wrong);
        }
    }

    public List<DnsFinding> getFindings() {
        return findings;
    }

    /** {@return what is wrong with the question; empty if nothing} */
    public String getFault() {
        return fault;
    }

    /** {@return the class of colour that goes with it} */
    public String tone(DnsFinding finding) {
        return switch (finding.state()) {
            case GOOD -> "good";
            case NOTE -> "wait";
            case BAD -> "bad";
            case UNKNOWN -> "dim";
        };
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = Forms.given(domain);
    }

    public String getSelector() {
        return selector;
    }

    public void setSelector(String selector) {
        this.selector = Forms.given(selector);
    }

    public String getClient() {
        return client;
    }

    public void setClient(String client) {
        this.client = Forms.given(client);
    }
}
