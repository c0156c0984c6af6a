/**
 * What the stages stand on: the queues of the broker as adapter of {@link org.postern.queue.MailQueue}, what lies in them as values, and
 * whether broker, database and disk can take more.
 *
 * <p>Knows no stage and no rule. Does not import {@code jakarta.persistence}.
 */
package org.postern.broker;
