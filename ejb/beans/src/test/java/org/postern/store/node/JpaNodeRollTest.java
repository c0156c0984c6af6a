package org.postern.store.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.node.Node;
import org.postern.node.NodeRoll;
import org.postern.store.TestDatabase;

import java.time.Duration;
import java.time.Instant;

class JpaNodeRollTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Duration LEASE = Duration.ofHours(1);

    private final NodeRoll roll = DATABASE.inTransactions(NodeRoll.class, JpaNodeRoll::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Node node(String name, String folder, String run) {
        return new Node(name, folder, run, "host.example", NOW);
    }

    @Test
    void aNameIsOfOneWhileItIsHeardOf() {
        Node first = node("mx", "folder1", "run1");
        Node second = node("mx", "folder2", "run2");
        assertThat(roll.enter(first, LEASE)).isEmpty();
        assertThat(roll.enter(second, LEASE)).contains(first);
        assertThat(roll.stay(first, LEASE)).isEmpty();
        assertThat(roll.stay(second, LEASE)).contains(first);
    }

    @Test
    void aNameOfOneThatIsNotHeardOfAnyMoreIsFree() {
        Node first = node("mx", "folder1", "run1");
        Node second = node("mx", "folder2", "run2");
        roll.enter(first, LEASE);
        assertThat(roll.stay(second, Duration.ZERO)).isEmpty();
        assertThat(roll.stay(first, LEASE)).contains(second);
    }

    @Test
    void namesAreApart() {
        assertThat(roll.enter(node("mx1", "folder1", "run1"), LEASE)).isEmpty();
        assertThat(roll.enter(node("mx2", "folder2", "run2"), LEASE)).isEmpty();
    }

    @Test
    void aGatewayThatIsStartedAgainHasItsNameAtOnce() {
        roll.enter(node("mx", "folder1", "run1"), LEASE);
        assertThat(roll.enter(node("mx", "folder1", "run2"), LEASE)).isEmpty();
    }

    /** The earlier of two that run with copies of one folder hears of the later one. */
    @Test
    void aCopyOfAFolderIsNoticed() {
        Node before = node("mx", "folder1", "run1");
        Node after = node("mx", "folder1", "run2");
        roll.enter(before, LEASE);
        roll.enter(after, LEASE);
        assertThat(roll.stay(before, LEASE)).contains(after);
        assertThat(roll.stay(after, LEASE)).isEmpty();
    }

    @Test
    void whoLeavesGivesHisNameBackAndNoOthers() {
        Node first = node("mx", "folder1", "run1");
        Node second = node("mx", "folder2", "run2");
        roll.enter(first, LEASE);
        roll.leave(second);
        assertThat(roll.enter(second, LEASE)).contains(first);
        roll.leave(first);
        assertThat(roll.enter(second, LEASE)).isEmpty();
    }
}
