package org.postern.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.routes.RouteDesk;
import org.postern.admin.routes.RouteDraft;
import org.postern.routing.StoredRoute;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Routes: those of the database, which can be changed, those of the file behind them, and where mail would go. */
@Named
@ViewScoped
public class RoutesView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient RouteDesk desk;

    private long id;
    private boolean enabled = true;
    private String recipient = "";
    private String sender = "";
    private String listener = "";
    private String target = "";
    private boolean closed;
    private String remark = "";
    private String from = "";
    private String to = "";
    private String by = "";

    public List<StoredRoute> getRoutes() {
        return desk.all();
    }

    public List<String> getOfFile() {
        return desk.ofFile();
    }

    /** {@return where the mail that was asked about would go; nothing where nothing was asked} */
    public List<String> getForecast() {
        return to.isBlank() ? List.of() : desk.forecast(from.strip(), to, by.strip());
    }

    /** Keeps what was written: a new route, or another form of the one that is being edited. */
    public void keep() {
        RouteDraft draft = new RouteDraft(enabled, recipient, sender, listener, target, closed, remark);
        boolean added = id == 0;
        if (Forms.tell(added ? desk.add(draft, Forms.person()) : desk.change(id, draft, Forms.person()),
                "The route is kept, and counts on all nodes within seconds.")) {
            forget();
        }
    }

    /** Puts a route into the form. */
    public void edit(StoredRoute route) {
        id = route.id();
        enabled = route.enabled();
        recipient = route.recipient();
        sender = route.sender().orElse("");
        listener = route.listener().orElse("");
        target = route.target();
        closed = route.closed();
        remark = route.remark();
    }

    /** Empties the form. */
    public void forget() {
        edit(new StoredRoute(0, true, "", Optional.empty(), Optional.empty(), "", false, "", "",
                java.time.Instant.EPOCH));
    }

    public void enable(StoredRoute route, boolean whether) {
        Forms.tell(desk.enable(route.id(), whether, Forms.person()),
                whether ? "The route counts." : "The route does not count.");
    }

    public void delete(StoredRoute route) {
        Forms.tell(desk.delete(route.id()), "The route is deleted.");
    }

    /** Lets a route count before the one that stands before it. */
    public void up(StoredRoute route) {
        List<StoredRoute> all = desk.all();
        int at = all.stream().map(StoredRoute::id).toList().indexOf(route.id());
        if (at > 0) {
            Forms.tell(desk.moveBefore(route.id(), all.get(at - 1).id()), "The order is changed.");
        }
    }

    public long getId() {
        return id;
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

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = Forms.given(from);
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = Forms.given(to);
    }

    public String getBy() {
        return by;
    }

    public void setBy(String by) {
        this.by = Forms.given(by);
    }
}
