package org.postern.admin.parked;

import java.util.function.BooleanSupplier;

/** Progress that ends as soon as the person may do such a thing no more. */
record AllowedProgress(Operation operation, String by, BooleanSupplier allowed) implements Progress {
    @Override
    public void isAbout(long messages) {
        operation.isAbout(messages);
    }

    @Override
    public void did(int messages, int ofThese) {
        operation.did(messages, ofThese);
    }

    @Override
    public void failed(String why) {
        operation.failed(why);
    }

    @Override
    public void stumbled(String why) {
        operation.stumbled(why);
    }

    @Override
    public boolean isCancelled() {
        if (!operation.isCancelled() && !allowed.getAsBoolean()) {
            operation.stumbled(by + " may not do this any more");
            operation.cancel();
        }
        return operation.isCancelled();
    }

    @Override
    public boolean isCancelledWithin(long millis) throws InterruptedException {
        return operation.isCancelledWithin(millis) || isCancelled();
    }
}
