package org.postern.web.page.applications;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.applications.DeadAct;
import org.postern.admin.applications.DeadLetterDesk;
import org.postern.admin.applications.DeadLetterKey;
import org.postern.admin.applications.DeadLetterView;
import org.postern.admin.applications.DeadSelection;
import org.postern.admin.parked.Operations;
import org.postern.queue.MailQueue;
import org.postern.queue.QueueUnavailableException;
import org.postern.web.page.Forms;
import org.postern.web.page.Notices;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What nobody could process: found, chosen, replayed or deleted. What is chosen stands in the browser; acts are operations. */
@Named
@ViewScoped
public class DeadLettersView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 50;

    @Inject
    private transient DeadLetterDesk desk;

    private String queue = MailQueue.DEAD;
    private String from = "";
    private String after = "";
    private String to = "";
    private transient List<DeadLetterView> found;

    private List<DeadLetterView> found() {
        if (found == null) {
            try {
                found = desk.list(queue, from(), after, LINES + 1);
            } catch (QueueUnavailableException e) {
                Notices.fault(FacesContext.getCurrentInstance(),
                        Texts.current().say("deadLetters.theBrokerDoesNotAnswer"));
                found = new ArrayList<>();
            }
        }
        return found;
    }

    private Optional<String> from() {
        return Optional.of(from.strip()).filter(name -> !name.isEmpty());
    }

    /** {@return those of this page} */
    public List<DeadLetterView> getShown() {
        return found().subList(0, Math.min(LINES, found().size()));
    }

    /** {@return how many no list shows at this moment, in words; empty if there are none} */
    public String getInMotion() {
        long count = desk.inMotion(queue);
        return count == 0 ? "" : Texts.current().say("deadLetters.xAreBeingMovedOrGivenBack", count);
    }

    /** {@return the queues in which such messages lie, with how many} */
    public List<Map.Entry<String, Long>> getQueues() {
        return List.copyOf(desk.queues().entrySet());
    }

    /** {@return the address of the next page; empty where there is none} */
    public String getNext() {
        Optional<String> last = found().size() > LINES ? getShown().getLast().key() : Optional.empty();
        return last.flatMap(DeadLetterKey::parse)
                .map(key -> "dead-letters?queue=" + Forms.encoded(queue) + "&from=" + Forms.encoded(from) + "&after="
                        + Forms.encoded(key.id()))
                .orElse("");
    }

    /** {@return the address of the page of this one} */
    public String address(DeadLetterView letter) {
        return "dead-letter?key=" + Forms.encoded(letter.key().orElse(""));
    }

    /** Looks anew. */
    public void look() {
        found = null;
    }

    /** Begins to replay what is chosen. */
    public void replay() {
        toChosen(new DeadAct.Replay(to()));
    }

    /** Begins to delete what is chosen. */
    public void drop() {
        toChosen(new DeadAct.Drop());
    }

    /** Begins to replay all that lies there and came from where the page says. */
    public void replayAll() {
        begin(new DeadAct.Replay(to()), new DeadSelection.All(queue, from()));
    }

    /** Begins to delete all of it. */
    public void dropAll() {
        begin(new DeadAct.Drop(), new DeadSelection.All(queue, from()));
    }

    private Optional<String> to() {
        return Optional.of(to.strip()).filter(name -> !name.isEmpty());
    }

    private void toChosen(DeadAct act) {
        String[] chosen = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .getOrDefault("chosen", new String[0]);
        List<DeadLetterKey> keys = Stream.of(chosen).map(DeadLetterKey::parse).flatMap(Optional::stream).toList();
        if (keys.isEmpty()) {
            Notices.fault(FacesContext.getCurrentInstance(), Texts.current().say("queues.nothingIsSelected"));
            return;
        }
        begin(act, new DeadSelection.These(keys));
    }

    private void begin(DeadAct act, DeadSelection selection) {
        try {
            if (desk.begin(act, selection, Forms.person()).isEmpty()) {
                Notices.fault(FacesContext.getCurrentInstance(),
                        Texts.current().say("queues.nothingWasBegunX", Operations.MOST_RUNNING));
            }
        } catch (IllegalArgumentException wrong) {
            Notices.fault(FacesContext.getCurrentInstance(),
                    Texts.current().say("deadLetters.nothingWasBegunX", Forms.words(wrong)));
        }
        look();
    }

    public String getQueue() {
        return queue;
    }

    public void setQueue(String queue) {
        String given = Forms.given(queue);
        this.queue = given.isEmpty() ? MailQueue.DEAD : given;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = Forms.given(from);
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = Forms.given(after);
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = Forms.given(to);
    }
}
