package org.postern.admin.parked;

import org.postern.queue.QueueUnavailableException;
import org.postern.sentence.Sentence;

/** What is done to many messages other than parked ones, one after the other, as an operation. */
public interface Job {
    /** {@return what is done, in a few words for people} */
    Sentence said();

    /** {@return to what, for the audit log} */
    Sentence subject();

    /**
     * Works it off, in one transaction after the other, and returns soon after it is cancelled.
     *
     * @throws QueueUnavailableException when it cannot go on; what was done stays done
     */
    void work(Progress progress) throws InterruptedException, QueueUnavailableException;
}
