package org.postern.web.page.policy;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.trust.DryRun;
import org.postern.admin.trust.JudgedMessage;
import org.postern.admin.trust.RunDraft;
import org.postern.assessment.Verdict;
import org.postern.limit.BusyException;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What would become of a message in a session that a person describes, and why. It changes nothing, so the page answers its own post. */
@Named
@ViewScoped
public class SimulatorView implements Serializable {
    private static final long serialVersionUID = 1L;
    /** The longest message that a page takes, in characters; larger ones go by the command line. */
    private static final int LONGEST = 500_000;

    @Inject
    private transient DryRun run;

    private String client = "";
    private String helo = "";
    private String sender = "";
    private String recipients = "";
    private String message = "";
    private boolean scanners;
    private transient JudgedMessage judged;

    public void judge() {
        if (message.isBlank() || message.length() > LONGEST) {
            Forms.tell(Optional.of(Texts.current().say("simulator.pastedWithItsHeaderX", LONGEST)),
                    "");
            return;
        }
        RunDraft draft = new RunDraft(client, helo, sender.strip(), Forms.lines(recipients), scanners);
        try {
            judged = run.judge(draft, new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | BusyException wrong) {
            Forms.tell(Optional.of(Forms.words(wrong)), "");
        } catch (IOException unreadable) {
            Forms.tell(Optional.of(Texts.current().say("simulator.theMessageCannotBeReadX", unreadable.getMessage())),
                    "");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            Forms.tell(Optional.of(Texts.current().say("simulator.theGatewayIsGoingDown")), "");
        }
    }

    /** {@return what would become of it; null where nothing was asked} */
    public JudgedMessage getJudged() {
        return judged;
    }

    /** {@return a verdict for people} */
    public String word(Verdict verdict) {
        return Texts.current().say(switch (verdict) {
            case NONE -> "simulator.takenNotJudged";
            case ACCEPT -> "simulator.taken";
            case MARK -> "simulator.takenAndMarked";
            case QUARANTINE -> "simulator.quarantined";
            case RELEASED -> "simulator.released";
            case DEFER -> "simulator.deferred";
            case REFUSE -> "simulator.refused";
        });
    }

    /** {@return the class of colour that goes with it} */
    public String tone(Verdict verdict) {
        return switch (verdict) {
            case NONE, ACCEPT, RELEASED -> "good";
            case MARK, QUARANTINE, DEFER -> "wait";
            case REFUSE -> "bad";
        };
    }

    public int getLongest() {
        return LONGEST;
    }

    public String getClient() {
        return client;
    }

    public void setClient(String client) {
        this.client = Forms.given(client);
    }

    public String getHelo() {
        return helo;
    }

    public void setHelo(String helo) {
        this.helo = Forms.given(helo);
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

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = Forms.given(message);
    }

    public boolean isScanners() {
        return scanners;
    }

    public void setScanners(boolean scanners) {
        this.scanners = scanners;
    }
}
