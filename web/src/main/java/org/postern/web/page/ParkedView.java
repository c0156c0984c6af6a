package org.postern.web.page;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.parked.ParkedMail;
import org.postern.event.Page;
import org.postern.event.Sought;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage.Reason;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QueueUnavailableException;
import org.primefaces.model.LazyDataModel;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Parked mail: found, chosen, sent on its way or dropped. What is about many is done some hundred at a time. */
@Named
@ViewScoped
public class ParkedView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ParkedMail parked;

    private String text = "";
    private String reason = "";
    private List<ParkedSummary> chosen = List.of();
    private BulkAct act = BulkAct.NONE;
    private transient LazyDataModel<ParkedSummary> table;

    /** {@return what matches, read page by page} */
    public LazyDataModel<ParkedSummary> getTable() {
        if (table == null) {
            table = new ParkedTable(parked, this::query);
        }
        return table;
    }

    private ParkedQuery query() {
        Optional<Reason> wanted = Arrays.stream(Reason.values()).filter(r -> r.name().equals(reason)).findFirst();
        ParkedFilter sought = ParkedFilter.everything().by(Sought.parse(text));
        return ParkedQuery.first(1).of(wanted.map(sought::waitingFor).orElse(sought));
    }

    /** Begins to send what is chosen on its way. */
    public void retryChosen() {
        begin(BulkAct.retry(chosenKeys()));
    }

    /** Begins to send everything that matches on its way. */
    public void retryAll() {
        begin(BulkAct.retry(parked.keys(query())));
    }

    /** Begins to drop what is chosen. */
    public void dropChosen() {
        begin(BulkAct.drop(chosenKeys()));
    }

    /** Begins to drop everything that matches. */
    public void dropAll() {
        begin(BulkAct.drop(parked.keys(query())));
    }

    private void begin(BulkAct begun) {
        act = begun;
        chosen = List.of();
        work();
    }

    private List<String> chosenKeys() {
        return chosen.stream().map(ParkedSummary::key).toList();
    }

    /** Does the next part of what was begun. */
    public void work() {
        if (!act.isGoingOn()) {
            return;
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            act = act.step(parked, faces.getExternalContext().getRemoteUser());
        } catch (QueueUnavailableException e) {
            act = BulkAct.NONE;
            Notices.fault(faces, "It went no further: the queues cannot record it now. Try again later.");
        }
        if (!act.isGoingOn() && act.getTotal() > 0) {
            Notices.done(faces, act.summary());
        }
    }

    public BulkAct getAct() {
        return act;
    }

    /** {@return how many match, in words} */
    public String getMatching() {
        Page<ParkedSummary> page = parked.find(query());
        return page.isUncounted() ? "the first " + ParkedMail.MOST_AT_ONCE : "all " + page.total();
    }

    public boolean isNothingMatches() {
        return parked.find(query()).items().isEmpty();
    }

    /** {@return whether nothing at all is parked} */
    public boolean isNothingParked() {
        return parked.find(ParkedQuery.first(1)).items().isEmpty();
    }

    /** Looks for something else. */
    public void search() {
        chosen = List.of();
        act = BulkAct.NONE;
    }

    public Reason[] getReasons() {
        return Reason.values();
    }

    public List<ParkedSummary> getChosen() {
        return chosen;
    }

    public void setChosen(List<ParkedSummary> lines) {
        chosen = lines == null ? List.of() : List.copyOf(lines);
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
