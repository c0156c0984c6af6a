package org.postern.duty;

/**
 * Work on so many things that one transaction for all of them would be long: it is done some at a time, until there are no more or enough has been done.
 *
 * @param size how many things one batch is of at most
 * @param most how many batches there are at most, each time
 */
public record Batches(int size, int most) {
    /** Does one batch. */
    @FunctionalInterface
    public interface Batch<X extends Exception> {
        /** {@return how many things it was done to; fewer than there may be where there are no more} */
        int done(int size) throws X;
    }

    /** {@return to how many things it was done in all} */
    public <X extends Exception> int all(Batch<X> batch) throws X {
        int all = 0;
        for (int number = 0; number < most && all == number * size; number++) {
            all += batch.done(size);
        }
        return all;
    }
}
