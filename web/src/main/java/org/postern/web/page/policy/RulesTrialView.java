package org.postern.web.page.policy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.rules.RuleDesk;
import org.postern.admin.rules.TrialDraft;
import org.postern.sentence.Sentence;
import org.postern.web.page.Forms;

import java.util.List;

/** What the rules would say to mail that a person describes. */
@Named
@RequestScoped
public class RulesTrialView {
    @Inject
    private RuleDesk desk;

    private String client = "";
    private String user = "";
    private String sender = "";
    private String recipients = "";
    private String header = "";
    private String proved = "";
    private String symbols = "";

    /** {@return what they would say, in sentences; nothing where nothing was asked} */
    public List<Sentence> getSaid() {
        return client.isBlank()
                ? List.of()
                : desk.wouldSay(new TrialDraft(client.strip(), user.strip(), sender.strip(), Forms.lines(recipients),
                        Forms.lines(header), Forms.lines(proved), Forms.lines(symbols)));
    }

    public String getClient() {
        return client;
    }

    public void setClient(String client) {
        this.client = Forms.given(client);
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = Forms.given(user);
    }

    public String getSender() {
        return sender;
    }

    public void setSender(String sender) {
        this.sender = Forms.given(sender);
    }

    public String getRecipients() {
        return recipients;
    }

    public void setRecipients(String recipients) {
        this.recipients = Forms.given(recipients);
    }

    public String getHeader() {
        return header;
    }

    public void setHeader(String header) {
        this.header = Forms.given(header);
    }

    public String getProved() {
        return proved;
    }

    public void setProved(String proved) {
        this.proved = Forms.given(proved);
    }

    public String getSymbols() {
        return symbols;
    }

    public void setSymbols(String symbols) {
        this.symbols = Forms.given(symbols);
    }
}
