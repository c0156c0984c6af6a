package org.postern.store.node;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.node.Node;

import java.time.Duration;
import java.time.Instant;

/** A name and who has it. */
@Entity
@Table(name = "node")
class NodeRow {
    @Id
    private String name;
    @Column(name = "folder")
    private String folder;
    @Column(name = "run")
    private String run;
    @Column(name = "host")
    private String host;
    @Column(name = "since")
    private Instant since;
    @Column(name = "seen")
    private Instant seen;

    protected NodeRow() {}

    NodeRow(Node node, Instant now) {
        name = node.name();
        hold(node, now);
    }

    /** From now on the name is this one's. */
    final void hold(Node node, Instant now) {
        folder = node.folder();
        run = node.run();
        host = node.host();
        since = node.since();
        seen = now;
    }

    boolean isOf(Node node) {
        return run.equals(node.run());
    }

    boolean isOfFolder(Node node) {
        return folder.equals(node.folder());
    }

    boolean isOver(Instant now, Duration lease) {
        return !seen.plus(lease).isAfter(now);
    }

    Node toNode() {
        return new Node(name, folder, run, host, since);
    }
}
