package org.postern.web.page;

import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.postern.admin.parked.OperationView;
import org.postern.admin.parked.Operations;
import org.postern.admin.parked.ParkedAct;
import org.postern.admin.parked.ParkedMail;
import org.postern.admin.parked.Selection;
import org.postern.event.Page;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.primefaces.model.LazyDataModel;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** Parked mail that is sought, chosen in a table, and acted on. What is about many is an operation, which goes on without the page. */
public abstract class ParkedChoice implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ParkedMail parked;
    @Inject
    private transient Operations operations;

    private List<ParkedSummary> chosen = List.of();
    /** What was begun here last and has not been told of; empty if there is nothing. */
    private String operation = "";
    private transient LazyDataModel<ParkedSummary> table;

    /** {@return what is sought now} */
    abstract ParkedFilter filter();

    final ParkedMail parked() {
        return parked;
    }

    final ParkedQuery query() {
        return ParkedQuery.first(1).of(filter());
    }

    /** {@return what matches, read page by page} */
    public LazyDataModel<ParkedSummary> getTable() {
        if (table == null) {
            table = new ParkedTable(parked, this::query);
        }
        return table;
    }

    /** Begins to do this to what is chosen. */
    final void toChosen(ParkedAct act) {
        begin(act, new Selection.These(chosen.stream().map(ParkedSummary::key).toList()));
    }

    /** Begins to do this to all that matches. */
    final void toAll(ParkedAct act) {
        begin(act, new Selection.Matching(filter()));
    }

    private void begin(ParkedAct act, Selection selection) {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (selection instanceof Selection.These(List<String> keys) && keys.isEmpty()) {
            Notices.fault(faces, "Nothing is chosen: tick the messages first.");
            return;
        }
        chosen = List.of();
        operations.begin(act, selection, faces.getExternalContext().getRemoteUser())
                .ifPresentOrElse(begun -> operation = begun.id(), () -> Notices.fault(faces,
                        "Nothing was begun: " + Operations.MOST_RUNNING
                                + " operations are going on. Wait, or cancel one."));
        look();
    }

    /** Looks how far what was begun here has come, and tells when it has ended. */
    public void look() {
        operations.find(operation).filter(view -> !view.isRunning()).ifPresent(ended -> {
            operation = "";
            Notices.done(FacesContext.getCurrentInstance(), ended.summary());
        });
    }

    /**
     * Ends an operation, whoever has begun it; what was done stays done. Its id comes with the request: meanwhile another may stand in
     * its line.
     */
    public void cancel() {
        String id = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("operation");
        operations.cancel(Objects.requireNonNullElse(id, ""));
    }

    /** {@return the operations that go on, begun here, in another window or on the command line} */
    public List<OperationView> getRunning() {
        return operations.all().stream().filter(OperationView::isRunning).toList();
    }

    /** {@return whether it is worth looking again soon} */
    public boolean isBusy() {
        return !operation.isEmpty() || !getRunning().isEmpty();
    }

    /** {@return how many match, in words} */
    public String getMatching() {
        Page<ParkedSummary> page = parked.find(query());
        return page.isUncounted() ? "all of more than " + Page.COUNTED : "all " + page.total();
    }

    public boolean isNothingMatches() {
        return parked.find(query()).items().isEmpty();
    }

    /** Looks for something else. */
    public void search() {
        chosen = List.of();
    }

    public List<ParkedSummary> getChosen() {
        return chosen;
    }

    public void setChosen(List<ParkedSummary> lines) {
        chosen = lines == null ? List.of() : List.copyOf(lines);
    }
}
