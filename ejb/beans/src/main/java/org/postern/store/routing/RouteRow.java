package org.postern.store.routing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.routing.StoredRoute;
import org.postern.store.Bounded;

import java.time.Instant;
import java.util.Optional;

/** A route that people keep. */
@Entity
@Table(name = "mail_route")
class RouteRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private int place;
    private boolean enabled;
    private String recipient;
    private String sender;
    private String listener;
    private String target;
    private boolean closed;
    private String remark;
    @Column(name = "changed_by")
    private String changedBy;
    @Column(name = "changed_at")
    private Instant changedAt;

    protected RouteRow() {}

    RouteRow(int place) {
        this.place = place;
    }

    RouteRow take(StoredRoute route) {
        enabled = route.enabled();
        recipient = route.recipient();
        sender = route.sender().orElse(null);
        listener = route.listener().orElse(null);
        target = route.target();
        closed = route.closed();
        remark = route.remark();
        changedBy = Bounded.reference(route.changedBy());
        changedAt = route.changedAt();
        return this;
    }

    long id() {
        return id;
    }

    int place() {
        return place;
    }

    void moveTo(int other) {
        place = other;
    }

    StoredRoute toRoute() {
        return new StoredRoute(id, enabled, recipient, Optional.ofNullable(sender), Optional.ofNullable(listener),
                target, closed, remark, changedBy, changedAt);
    }
}
