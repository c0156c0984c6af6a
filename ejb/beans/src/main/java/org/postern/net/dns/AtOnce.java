package org.postern.net.dns;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Something to come, whose next steps are made by the thread that completes it, not by the pool that all of Java shares: it has as many
 * threads as there are processors, and a step may ask a name server and wait.
 */
final class AtOnce<T> extends CompletableFuture<T> {
    /** {@return what this stage comes to, to be followed at once} */
    static <T> AtOnce<T> of(CompletionStage<T> stage) {
        AtOnce<T> future = new AtOnce<>();
        stage.whenComplete((value, failure) -> {
            if (failure == null) {
                future.complete(value);
            } else {
                future.completeExceptionally(failure);
            }
        });
        return future;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new AtOnce<>();
    }

    @Override
    public Executor defaultExecutor() {
        return Runnable::run;
    }
}
