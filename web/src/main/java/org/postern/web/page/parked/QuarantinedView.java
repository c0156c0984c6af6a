package org.postern.web.page.parked;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.parked.ParkedAct;
import org.postern.admin.parked.ParkedDetail;
import org.postern.admin.parked.ParkedMail;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QueueUnavailableException;
import org.postern.web.page.Forms;
import org.postern.web.page.Notices;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One message in quarantine: what was found about it, what is in it, and what becomes of it. */
@Named
@ViewScoped
public class QuarantinedView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ParkedMail parked;

    private String key = "";
    private transient Optional<ParkedSummary> line;
    private transient Optional<ParkedDetail> detail;

    /** {@return its line; null, for the page, if it is not in quarantine any more} */
    public ParkedSummary getLine() {
        if (line == null) {
            line = parked.line(key).filter(one -> one.quarantined().isPresent() && one.due().isEmpty());
        }
        return line.orElse(null);
    }

    /** {@return what is in it; null, for the page, if it is gone} */
    public ParkedDetail getDetail() {
        if (detail == null) {
            detail = parked.look(key);
        }
        return detail.orElse(null);
    }

    /** {@return when it is dropped if nobody decides} */
    public Instant getEnd() {
        return Optional.ofNullable(getLine()).flatMap(parked::end).orElse(null);
    }

    /** Releases it. */
    public void release() {
        act(new ParkedAct.RetryNow(), "quarantine.onItsWayNotJudgedAgain");
    }

    /** Releases it, and teaches that it is honest. */
    public void releaseAsHam() {
        act(new ParkedAct.ReleaseAsHam(), "quarantine.onItsWayLearntAsHam");
    }

    /** Releases it, and allows its sender. */
    public void releaseAndAllow() {
        act(new ParkedAct.ReleaseAndAllow(), "quarantine.onItsWaySenderAllowed");
    }

    /** Drops it. */
    public void drop() {
        act(new ParkedAct.Drop(), "common.itIsDropped");
    }

    /** Drops it, and teaches that it is spam. */
    public void dropAsSpam() {
        act(new ParkedAct.DropAsSpam(), "quarantine.droppedLearntAsSpam");
    }

    /** Drops it, and blocks its sender. */
    public void dropAndBlock() {
        act(new ParkedAct.DropAndBlock(), "quarantine.droppedSenderBlocked");
    }

    /** Has what was learnt of it forgotten. */
    public void forget() {
        act(new ParkedAct.Forget(), "quarantine.learntIsForgotten", "quarantine.nothingHadBeenLearnt");
    }

    private void act(ParkedAct act, String done) {
        act(act, done, "quarantine.itNoLongerWaits");
    }

    private void act(ParkedAct act, String done, String nothing) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            int changed = parked.now(act, List.of(key), faces.getExternalContext().getRemoteUser());
            Notices.done(faces, Texts.current().say(changed > 0 ? done : nothing));
        } catch (QueueUnavailableException e) {
            Notices.fault(faces, Texts.current().say("common.theQueuesCannotRecordIt"));
        } catch (IllegalArgumentException wrong) {
            Notices.fault(faces, Texts.current().say("quarantine.nothingWasDoneX", Forms.words(wrong)));
        }
        line = null;
        detail = null;
    }

    /** {@return the address of this page} */
    public String getHere() {
        return "quarantined?key=" + Forms.encoded(key);
    }

    /** {@return the address of this page with the content} */
    public String getContent() {
        return getHere() + "&look=" + Forms.encoded(key) + "#look";
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key == null ? "" : key;
    }
}
