package org.postern.web.page.parked;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import org.postern.admin.parked.ParkedAct;
import org.postern.event.Sought;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.ParkedQuery;
import org.postern.web.page.Forms;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Parked mail: found, chosen, sent on its way or dropped. */
@Named
@ViewScoped
public class ParkedView extends ParkedChoice {
    private static final long serialVersionUID = 1L;

    private String reason = "";

    @Override
    ParkedFilter filter() {
        Optional<Reason> wanted = Arrays.stream(Reason.values()).filter(r -> r.name().equals(reason)).findFirst();
        ParkedFilter sought = ParkedFilter.everything().by(Sought.parse(getText()));
        return wanted.map(sought::waitingFor).orElse(sought);
    }

    @Override
    String page() {
        return "queues";
    }

    @Override
    Map<String, String> sought() {
        return Map.of("q", getText(), "reason", reason);
    }

    /** Begins to send what is chosen on its way. */
    public void retryChosen() {
        toChosen(new ParkedAct.RetryNow());
    }

    /** Begins to send everything that matches on its way. */
    public void retryAll() {
        toAll(new ParkedAct.RetryNow());
    }

    /** Begins to keep what is chosen until somebody releases it. */
    public void holdChosen() {
        toChosen(new ParkedAct.Hold());
    }

    /** Begins to drop what is chosen. */
    public void dropChosen() {
        toChosen(new ParkedAct.Drop());
    }

    /** Begins to drop everything that matches. */
    public void dropAll() {
        toAll(new ParkedAct.Drop());
    }

    /** {@return whether nothing at all is parked} */
    public boolean isNothingParked() {
        return parked().find(ParkedQuery.first(1)).items().isEmpty();
    }

    public Reason[] getReasons() {
        return Reason.values();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = Forms.given(reason);
    }
}
