package org.postern.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.broker.StoreReadiness.Fault;
import org.postern.smtp.Replies;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.FutureTask;

class StoreReadinessTest {
    private final StoreReadiness stores = new StoreReadiness();

    private void found(Fault... faults) {
        stores.found(EnumSet.allOf(Fault.class), Set.of(faults));
    }

    @Test
    void takesNothingBeforeSomebodyHasLooked() {
        assertThat(stores.atConnect()).contains(Replies.NOT_TAKING_MAIL);
        assertThat(stores.atMail()).contains(Replies.LOCAL_ERROR);
    }

    @Test
    void takesMailWhenNothingIsWrong() {
        found();
        assertThat(stores.atConnect()).isEmpty();
        assertThat(stores.atMail()).isEmpty();
    }

    @Test
    void tellsAFullDiskFromAStoreThatIsGone() {
        found(Fault.DATABASE);
        assertThat(stores.atMail()).contains(Replies.LOCAL_ERROR);
        found(Fault.DISK);
        assertThat(stores.atMail()).contains(Replies.NO_ROOM);
        assertThat(stores.atConnect()).contains(Replies.NOT_TAKING_MAIL);
        assertThat(stores.isFull()).isFalse();
        found(Fault.DISK, Fault.DISK_FULL);
        assertThat(stores.isFull()).isTrue();
    }

    @Test
    void aDatabaseOnTheDiskOfTheJournalIsToRestWhileThatHasLittleRoom() {
        found(Fault.DATABASE);
        assertThat(stores.isDatabaseShortOfRoom()).isFalse();
        assertThat(stores.diskIs(true)).isTrue();
        assertThat(stores.diskIs(true)).isFalse();
        assertThat(stores.isDatabaseShortOfRoom()).isTrue();
        stores.databaseIs(false);
        assertThat(stores.isDatabaseShortOfRoom()).isFalse();
    }

    @Test
    void oneLookDoesNotEndTheFaultThatAnotherFound() {
        found(Fault.DATABASE, Fault.BROKER);
        stores.found(Set.of(Fault.BROKER), Set.of());
        assertThat(stores.faults()).containsExactly(Fault.DATABASE);
    }

    @Test
    void aStageThatNeedsTheQueuesAloneGoesOnWithoutTheDatabase() throws InterruptedException {
        found(Fault.DATABASE, Fault.DISK);
        stores.awaitQueues();
        found(Fault.DISK);
        stores.awaitAll();
    }

    @Test
    void aStageWaitsUntilTheFaultIsOverHoweverLongThatTakes() throws Exception {
        found(Fault.DATABASE);
        FutureTask<Boolean> stage = waiting(stores::awaitAll);
        found();
        assertThat(stage.get()).isTrue();
    }

    @Test
    void bulkMailWaitsForRoomInTheDatabaseAndOtherMailDoesNot() throws Exception {
        found();
        stores.diskIs(true);
        stores.awaitQueues();
        FutureTask<Boolean> bulk = waiting(stores::awaitRoom);
        stores.diskIs(false);
        assertThat(bulk.get()).isTrue();
    }

    /** Something that waits. */
    private interface Wait {
        void take() throws InterruptedException;
    }

    private static FutureTask<Boolean> waiting(Wait wait) {
        FutureTask<Boolean> stage = new FutureTask<>(() -> {
            wait.take();
            return true;
        });
        Thread thread = Thread.ofPlatform().start(stage);
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return stage;
    }

    @Test
    void aStageThatIsInterruptedWaitsNoLonger() {
        found(Fault.BROKER);
        Thread.currentThread().interrupt();
        assertThatThrownBy(stores::awaitQueues).isInstanceOf(InterruptedException.class);
    }
}
