package org.postern.web.page.parked;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.parked.OperationView;
import org.postern.admin.parked.OperationView.State;
import org.postern.admin.parked.Operations;
import org.postern.web.page.Forms;
import org.postern.web.page.Notices;

import java.util.List;

/** The operations on many messages that go on or ended lately, begun in this window, in another, or on the command line. */
@Named
@RequestScoped
public class OperationsView {
    private static final int MOST = 20;

    @Inject
    private Operations operations;

    /** {@return them, what was begun last first} */
    public List<OperationView> getAll() {
        return operations.all().reversed().stream().limit(MOST).toList();
    }

    /** {@return whether it is worth looking again soon} */
    public boolean isAwaited() {
        return operations.isAwaited(Forms.person());
    }

    /** {@return how an operation stands} */
    public String word(State state) {
        return switch (state) {
            case RUNNING -> "Running";
            case DONE -> "Done";
            case CANCELLED -> "Cancelled";
            case BROKEN -> "Failed";
        };
    }

    /** {@return the class of colour that goes with it} */
    public String tone(State state) {
        return switch (state) {
            case RUNNING -> "calm";
            case DONE -> "good";
            case CANCELLED -> "dim";
            case BROKEN -> "bad";
        };
    }

    /** Tells who looks what came of the operations he has begun, of each once; {@return whether there was anything}. */
    private boolean told() {
        List<OperationView> news = operations.news(Forms.person());
        news.forEach(ended -> Notices.done(FacesContext.getCurrentInstance(), ended.summary()));
        return !news.isEmpty();
    }

    /** Tells it on a page that is just composed. */
    public void tell() {
        told();
    }

    /** Tells it on a page that is there already, in this form; what stands there stays if there is no news. */
    public void tellIn(String form) {
        if (told()) {
            FacesContext.getCurrentInstance().getPartialViewContext().getRenderIds().add(form + ":notices");
        }
    }

    /** Ends the operation that the request names, whoever has begun it; what was done stays done. */
    public void cancel() {
        operations.cancel(Forms.parameter("operation"));
    }
}
