package org.postern.auth.dkim;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Keys that are being asked for. */
public final class AskedKeys {
    private final Map<KeyName, KeyAnswer> answers = new ConcurrentHashMap<>();
    private final CountDownLatch missing;

    AskedKeys(List<KeyName> names, Function<KeyName, KeyAnswer> question, Executor executor) {
        missing = new CountDownLatch(names.size());
        names.forEach(name -> begin(name, question, executor));
    }

    private void begin(KeyName name, Function<KeyName, KeyAnswer> question, Executor executor) {
        try {
            executor.execute(() -> answer(name, question));
        } catch (RejectedExecutionException e) {
            answer(name, any -> new KeyAnswer.Unknown("too much is being asked for at once"));
        }
    }

    private void answer(KeyName name, Function<KeyName, KeyAnswer> question) {
        try {
            answers.put(name, question.apply(name));
        } catch (RuntimeException e) {
            answers.put(name, new KeyAnswer.Unknown("the look-up failed: " + e));
        } finally {
            missing.countDown();
        }
    }

    /**
     * Waits until all answers are there, but no longer than this, all of them together.
     *
     * @return whether all are there
     * @throws InterruptedException when interrupted meanwhile
     */
    public boolean await(Duration most) throws InterruptedException {
        return missing.await(most.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** {@return what is known of this name by now} */
    public KeyAnswer of(KeyName name) {
        return answers.getOrDefault(name, new KeyAnswer.Unknown("the key was not there in time"));
    }
}
