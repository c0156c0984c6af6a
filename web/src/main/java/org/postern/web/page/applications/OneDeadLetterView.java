package org.postern.web.page.applications;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.applications.DeadAct;
import org.postern.admin.applications.DeadLetterDesk;
import org.postern.admin.applications.DeadLetterKey;
import org.postern.admin.applications.DeadLetterView;
import org.postern.queue.QueueUnavailableException;
import org.postern.web.page.Forms;
import org.postern.web.page.Notices;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.Optional;

/** One message that nobody could process. Each act ends with the list or the page shown anew. */
@Named
@ViewScoped
public class OneDeadLetterView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String LIST = "dead-letters";
    private static final String AWAY = "deadLetters.nothingDoneBrokerAway";

    @Inject
    private transient DeadLetterDesk desk;

    private String key = "";
    private String to = "";
    private String sender = "";
    private String recipients = "";
    private transient Optional<DeadLetterView> letter;

    /** {@return it; null, for the page, if it is there no more} */
    public DeadLetterView getLetter() {
        if (letter == null) {
            try {
                Optional<DeadLetterKey> named = DeadLetterKey.parse(key);
                letter = named.isEmpty() ? Optional.empty() : desk.find(named.get());
            } catch (QueueUnavailableException e) {
                Notices.fault(FacesContext.getCurrentInstance(), Texts.current().say(AWAY));
                letter = Optional.empty();
            }
        }
        return letter.orElse(null);
    }

    /** Puts the envelope, as far as it can be read, into the form. */
    public void load() {
        Optional.ofNullable(getLetter()).ifPresent(one -> {
            sender = one.sender().orElse("");
            recipients = String.join("\n", one.recipients());
        });
    }

    /** {@return the address of this page} */
    public String getHere() {
        return "dead-letter?key=" + Forms.encoded(key);
    }

    /** {@return the address of this page with the content} */
    public String getContent() {
        return getHere() + "&look=" + Forms.encoded(DeadLetterKey.SCHEME + key) + "#look";
    }

    /** Sends it back to where it came from, or to the queue that is named. */
    public void replay() {
        Optional<String> queue = Optional.of(to.strip()).filter(name -> !name.isEmpty());
        act(new DeadAct.Replay(queue), queue.map(name -> Texts.current().say("deadLetters.itWasSentToX", name))
                .orElseGet(() -> Texts.current().say("deadLetters.itWasSentBack")));
    }

    /** Sends it on with the envelope that is written; what makes no sense stays in the form. */
    public void mend() {
        try {
            Optional<String> queue = Optional.of(to.strip()).filter(name -> !name.isEmpty());
            DeadAct mend = DeadAct.Mend.of(queue, Optional.of(sender), Forms.lines(recipients));
            if (isDone(mend, Texts.current().say("deadLetters.itWasSentWithAnother"))) {
                Forms.show(LIST);
            }
        } catch (IllegalArgumentException wrong) {
            Forms.tell(Optional.of(Forms.words(wrong)), "");
        }
    }

    /** Ends it. */
    public void drop() {
        act(new DeadAct.Drop(), Texts.current().say("deadLetters.itIsDeleted"));
    }

    private void act(DeadAct act, String done) {
        Forms.show(isDone(act, done) ? LIST : getHere());
    }

    private boolean isDone(DeadAct act, String done) {
        Optional<?> fault;
        try {
            Optional<DeadLetterKey> named = DeadLetterKey.parse(key);
            fault = named.isEmpty()
                    ? Optional.of(Texts.current().say("deadLetters.itIsNoMore"))
                    : desk.now(act, named.get(), Forms.person());
        } catch (QueueUnavailableException e) {
            fault = Optional.of(Texts.current().say(AWAY));
        }
        return Forms.tell(fault, done);
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = Forms.given(key);
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = Forms.given(to);
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
}
