package org.postern.admin.parked;

import org.postern.sentence.Sentence;

import java.util.function.BooleanSupplier;

/** Progress that ends as soon as the person may do such a thing no more. */
record AllowedProgress(Operation operation, BooleanSupplier allowed) implements Progress {
    @Override
    public void isAbout(long messages) {
        operation.isAbout(messages);
    }

    @Override
    public void did(int messages, int ofThese) {
        operation.did(messages, ofThese);
    }

    @Override
    public void failed(Sentence why) {
        operation.failed(why);
    }

    @Override
    public void stumbled(Sentence why) {
        operation.stumbled(why);
    }

    @Override
    public boolean isCancelled() {
        if (!operation.isCancelled() && !allowed.getAsBoolean()) {
            operation.forbid();
        }
        return operation.isCancelled();
    }

    @Override
    public boolean isCancelledWithin(long millis) throws InterruptedException {
        return operation.isCancelledWithin(millis) || isCancelled();
    }
}
