package org.postern.store.node;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.postern.node.Node;
import org.postern.node.NodeRoll;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The list in the database. Two that enter one new name in the same instant make one of them fail. */
@Singleton
public class JpaNodeRoll implements NodeRoll {
    private final EntityManager entities;

    @Inject
    JpaNodeRoll(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public Optional<Node> enter(Node node, Instant now, Duration lease) {
        Optional<NodeRow> there = row(node);
        if (there.isPresent() && !there.get().isOpenTo(node, now, lease)) {
            return there.map(NodeRow::toNode);
        }
        there.ifPresentOrElse(row -> row.hold(node, now), () -> entities.persist(new NodeRow(node, now)));
        return Optional.empty();
    }

    @Override
    @Transactional
    public void leave(Node node) {
        row(node).filter(row -> row.isOf(node)).ifPresent(entities::remove);
    }

    private Optional<NodeRow> row(Node node) {
        return Optional.ofNullable(entities.find(NodeRow.class, node.name(), LockModeType.PESSIMISTIC_WRITE));
    }
}
