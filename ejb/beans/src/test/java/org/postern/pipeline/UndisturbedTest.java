package org.postern.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.postern.queue.QueueUnavailableException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class UndisturbedTest {
    private Undisturbed undisturbed = new Undisturbed(Thread::new, Duration.ofDays(1));

    @AfterEach
    void leaveNothing() {
        Thread.interrupted();
        undisturbed.end();
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void noInterruptReachesTheWork() throws Exception {
        Thread caller = Thread.currentThread();
        AtomicBoolean disturbed = new AtomicBoolean(true);
        undisturbed.carryOut(() -> {
            for (int times = 0; times < 3; times++) {
                caller.interrupt();
                while (caller.isInterrupted()) {
                    Thread.onSpinWait();
                }
            }
            disturbed.set(Thread.currentThread().isInterrupted());
        });
        assertThat(disturbed).isFalse();
        assertThat(caller.isInterrupted()).isFalse();
    }

    @Test
    void whoeverWasInterruptedDoesNotWaitForEver() {
        undisturbed = new Undisturbed(Thread::new, Duration.ZERO);
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> undisturbed.carryOut(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        })).isInstanceOf(InterruptedException.class);
        never.countDown();
    }

    @Test
    void failsAsTheWorkDoes() {
        assertThatThrownBy(() -> undisturbed.carryOut(() -> {
            throw new IOException("unreadable");
        })).isInstanceOf(IOException.class).hasMessage("unreadable");
        assertThatThrownBy(() -> undisturbed.carryOut(() -> {
            throw new QueueUnavailableException("the broker is gone", false, new IllegalStateException());
        })).isInstanceOf(QueueUnavailableException.class);
        assertThatThrownBy(() -> undisturbed.carryOut(() -> {
            throw new IllegalStateException("neither store");
        })).isInstanceOf(IllegalStateException.class).hasMessage("neither store");
    }
}
