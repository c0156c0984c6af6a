package org.postern.web.page.routes;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.routes.RouteDesk;
import org.postern.admin.routes.RouteDraft;
import org.postern.routing.StoredRoute;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** One route of the database, as it is written: a new one, or another form of one that there is. */
@Named
@ViewScoped
public class RouteView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient RouteDesk desk;

    private long id;
    private int page = 1;
    private boolean enabled = true;
    private String recipient = "";
    private String sender = "";
    private String listener = "";
    private String target = "";
    private boolean closed;
    private String remark = "";

    /** Puts the route of this id into the form; shows the list if there is none. */
    public void load() {
        if (id == 0) {
            return;
        }
        desk.find(id).map(RouteDraft::of).ifPresentOrElse(draft -> {
            enabled = draft.enabled();
            recipient = draft.recipient();
            sender = draft.sender();
            listener = draft.listener();
            target = draft.target();
            closed = draft.closed();
            remark = draft.remark();
        }, () -> {
            Forms.tell(Optional.of(Texts.current().say("routes.noRouteXAnyMore", id)), "");
            Forms.show("routes?page=" + page);
        });
    }

    /** Saves what was written, and shows it among the others. */
    public void save() {
        RouteDraft draft = new RouteDraft(enabled, recipient, sender, listener, target, closed, remark);
        boolean saved = Forms.tell(
                id == 0 ? desk.add(draft, Forms.person()) : desk.change(id, draft, Forms.person()),
                Texts.current().say("routes.theRouteIsSaved"));
        if (saved) {
            Forms.show(id == 0 ? atTheEnd() : "routes?page=" + page + "#route-" + id);
        }
    }

    private String atTheEnd() {
        List<StoredRoute> all = desk.all();
        return "routes?page=" + RoutesView.pages(all.size()) + "#route-" + all.getLast().id();
    }

    public List<String> getListeners() {
        return desk.listeners();
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public String getRecipient() {
        return recipient;
    }

    public void setRecipient(String recipient) {
        this.recipient = Forms.given(recipient);
    }

    public String getSender() {
        return sender;
    }

    public void setSender(String sender) {
        this.sender = Forms.given(sender);
    }

    public String getListener() {
        return listener;
    }

    public void setListener(String listener) {
        this.listener = Forms.given(listener);
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = Forms.given(target);
    }

    public boolean isClosed() {
        return closed;
    }

    public void setClosed(boolean closed) {
        this.closed = closed;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = Forms.given(remark);
    }
}
