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
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final NodeRoll roll = DATABASE.inTransactions(NodeRoll.class, JpaNodeRoll::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Node node(String name, String folder, String run, Instant since) {
        return new Node(name, folder, run, "host.example", since);
    }

    @Test
    void aNameIsOfOneWhileItIsHeardOf() {
        Node first = node("mx", "folder1", "run1", NOW);
        Node second = node("mx", "folder2", "run2", NOW);
        assertThat(roll.enter(first, NOW, LEASE)).isEmpty();
        assertThat(roll.enter(second, NOW.plusSeconds(1), LEASE)).contains(first);
        assertThat(roll.enter(first, NOW.plusSeconds(20), LEASE)).isEmpty();
        assertThat(roll.enter(second, NOW.plusSeconds(49), LEASE)).contains(first);
        assertThat(roll.enter(second, NOW.plusSeconds(51), LEASE)).isEmpty();
        assertThat(roll.enter(first, NOW.plusSeconds(52), LEASE)).contains(second);
    }

    @Test
    void namesAreApart() {
        assertThat(roll.enter(node("mx1", "folder1", "run1", NOW), NOW, LEASE)).isEmpty();
        assertThat(roll.enter(node("mx2", "folder2", "run2", NOW), NOW, LEASE)).isEmpty();
    }

    @Test
    void aGatewayThatIsStartedAgainHasItsNameAtOnce() {
        roll.enter(node("mx", "folder1", "run1", NOW), NOW, LEASE);
        assertThat(roll.enter(node("mx", "folder1", "run2", NOW.plusSeconds(9)), NOW.plusSeconds(9), LEASE)).isEmpty();
    }

    /** The earlier of two that run with copies of one folder hears of the later one. */
    @Test
    void aCopyOfAFolderIsNoticed() {
        Node before = node("mx", "folder1", "run1", NOW);
        Node after = node("mx", "folder1", "run2", NOW.plusSeconds(9));
        roll.enter(before, NOW, LEASE);
        roll.enter(after, NOW.plusSeconds(9), LEASE);
        assertThat(roll.enter(before, NOW.plusSeconds(10), LEASE)).contains(after);
        assertThat(roll.enter(after, NOW.plusSeconds(10), LEASE)).isEmpty();
    }

    @Test
    void whoLeavesGivesHisNameBackAndNoOthers() {
        Node first = node("mx", "folder1", "run1", NOW);
        Node second = node("mx", "folder2", "run2", NOW);
        roll.enter(first, NOW, LEASE);
        roll.leave(second);
        assertThat(roll.enter(second, NOW, LEASE)).contains(first);
        roll.leave(first);
        assertThat(roll.enter(second, NOW, LEASE)).isEmpty();
    }
}
