package org.postern.smtp.client;

import java.time.Duration;

/**
 * How long a server may take in all, however quick each of its steps: one that answers just in time a hundred times holds a connection as
 * well as one that does not answer.
 *
 * @param opening until it takes mail: greeting, EHLO, TLS and login together
 * @param transaction from MAIL to the end of the content
 * @param recipient by how much that is longer for each recipient
 * @param octetsPerSecond and how fast the content is read at least, in the mean; at least 1
 */
public record Patience(Duration opening, Duration transaction, Duration recipient, int octetsPerSecond) {
    /** What is usual. */
    public static final Patience USUAL = new Patience(Duration.ofMinutes(10), Duration.ofMinutes(10),
            Duration.ofSeconds(5), 4000);

    public Patience {
        if (octetsPerSecond < 1) {
            throw new IllegalArgumentException("content that nobody reads");
        }
    }

    /** {@return how long a transaction with so many recipients and so many octets may take until the content has gone out} */
    Duration transaction(int recipients, long octets) {
        return forEach(transaction, recipients).plusSeconds(octets / octetsPerSecond);
    }

    /** {@return how long of that so many recipients may take, if one of them is taken: the reply to DATA needs time, too, or a quarter of it} */
    Duration recipients(int recipients, Duration data) {
        Duration all = forEach(transaction, recipients);
        Duration quarter = all.dividedBy(4);
        return all.minus(data.compareTo(quarter) < 0 ? data : quarter);
    }

    /** {@return this time, longer by what so many recipients may take} */
    Duration forEach(Duration time, int recipients) {
        return time.plus(recipient.multipliedBy(recipients));
    }
}
