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

    /** Tells who looks what came of the operations he has begun, of each once. */
    public void tell() {
        operations.news(Forms.person())
                .forEach(ended -> Notices.done(FacesContext.getCurrentInstance(), ended.summary()));
    }

    /** Ends the operation that the request names, whoever has begun it; what was done stays done. */
    public void cancel() {
        operations.cancel(Forms.parameter("operation"));
    }
}
