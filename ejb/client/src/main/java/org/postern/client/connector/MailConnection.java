package org.postern.client.connector;

import jakarta.resource.ResourceException;
import org.postern.client.Submission;

/** A connection to the gateway. Not for several threads at once. */
public interface MailConnection extends AutoCloseable {
    /**
     * Hands mail in. In a transaction (Jakarta Transactions) that is part of it: committed, the mail is the gateway's; rolled back, there never was any. Without one the mail is the
     * gateway's when the call returns. What becomes of each recipient is told later, by reports to the sender and by the events that the submission asks for.
     *
     * @return by what name events call it where it has no correlation
     * @throws ResourceException when the broker fails, the content cannot be read, or the connection is closed
     */
    String submit(Submission submission) throws ResourceException;

    /** Gives the connection back. What was handed in stays as it is. */
    @Override
    void close();
}
