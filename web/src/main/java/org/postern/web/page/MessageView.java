package org.postern.web.page;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.parked.ParkedAct;
import org.postern.admin.parked.ParkedMail;
import org.postern.admin.trace.MessageStory;
import org.postern.admin.trace.RecipientGroup;
import org.postern.admin.trace.Story;
import org.postern.queue.QueueUnavailableException;
import org.postern.sentence.Sentence;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** The story of one message, or of the refusals of one session. */
@Named
@ViewScoped
public class MessageView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient MessageStory stories;
    @Inject
    private transient ParkedMail parked;

    /** So many recipients are shown of each fate; the others are found by a part of what stands there. */
    private static final int SHOWN = 50;
    /** More recipients are folded. */
    private static final int UNFOLDED = 10;

    private String key = "";
    private String to = "";
    private transient Optional<Story> story;

    /** {@return the story as it is now; null, for the page, if nothing is known} */
    public Story getStory() {
        if (story == null) {
            story = stories.tell(key);
        }
        return story.orElse(null);
    }

    /** {@return the recipients in whose row {@link #getTo} stands, by fate} */
    public List<RecipientGroup> getGroups() {
        return getStory() == null ? List.of() : RecipientGroup.of(getStory().recipients(), to, SHOWN);
    }

    /** {@return whether there are so many recipients that one looks for one of them} */
    public boolean isMany() {
        return getStory() != null && getStory().recipients().size() > UNFOLDED;
    }

    /** {@return whether recipients are shown only when asked for} */
    public boolean isFolded() {
        return isMany() && to.isBlank();
    }

    /** Looks again. */
    public void refresh() {
        story = null;
    }

    /** Sends one parked part on its way. */
    public void retryNow(String parkedKey) {
        Optional<Sentence> obstacle = parked.obstacle(parkedKey);
        if (obstacle.isPresent()) {
            Notices.fault(FacesContext.getCurrentInstance(),
                    Texts.current().say("message.itWouldBeHeldAgainX", Texts.current().said(obstacle.get())));
        } else {
            act(new ParkedAct.RetryNow(), parkedKey, Texts.current().say("message.itIsTriedWithinASecond"));
        }
    }

    /** Ends one parked part for good. */
    public void drop(String parkedKey) {
        act(new ParkedAct.Drop(), parkedKey, Texts.current().say("common.itIsDropped"));
    }

    private void act(ParkedAct act, String parkedKey, String done) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            int changed = parked.now(act, List.of(parkedKey), user(faces));
            Notices.done(faces, changed > 0 ? done : Texts.current().say("message.itIsNoLongerParked"));
        } catch (QueueUnavailableException e) {
            Notices.fault(faces, Texts.current().say("common.theQueuesCannotRecordIt"));
        }
        refresh();
    }

    private static String user(FacesContext faces) {
        return faces.getExternalContext().getRemoteUser();
    }

    /** {@return whether more is to come, so that looking again is worth while} */
    public boolean isOpen() {
        return getStory() != null && getStory().message().progress().isOpen();
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to == null ? "" : to.strip();
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key == null ? "" : key.replaceAll("\\p{Cntrl}", "").strip();
    }
}
