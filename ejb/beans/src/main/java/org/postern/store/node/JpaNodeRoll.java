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
import java.util.function.Predicate;

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
    public Optional<Node> enter(Node node, Duration lease) {
        return hold(node, lease, row -> row.isOf(node) || row.isOfFolder(node));
    }

    @Override
    @Transactional
    public Optional<Node> stay(Node node, Duration lease) {
        return hold(node, lease, row -> row.isOf(node));
    }

    private Optional<Node> hold(Node node, Duration lease, Predicate<NodeRow> isOwn) {
        Instant now = entities.createQuery("select instant", Instant.class).getSingleResult();
        Optional<NodeRow> there = row(node);
        if (there.isPresent() && !isOwn.test(there.get()) && !there.get().isOver(now, lease)) {
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
