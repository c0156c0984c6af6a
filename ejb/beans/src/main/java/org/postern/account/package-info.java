/**
 * Which application outside of the server has handed a submission in, and what its account may do: which queues it may use, whose name it may write as sender, and how much a minute.
 *
 * <p>Who has sent a message only the broker knows, so it is the broker that marks each submission with the account, by a part of ours that is registered there
 * ({@link org.postern.account.SubmissionMark}), and that keeps it to its queues ({@link org.postern.account.QueueGuard}). Connections by TLS it is handed from a port of ours, once it asks these parts. Does not know the store: {@link org.postern.account.ApplicationAccounts} is implemented there.
 *
 * <p>May import {@code account.door}, {@code broker}, {@code config}, {@code duty}, {@code limit}, {@code mail}, {@code policy.check}, {@code ra.tls}, {@code receiver}, {@code sentence}, {@code io.netty}, {@code jakarta.annotation}, {@code jakarta.ejb},
 * {@code jakarta.inject}, {@code jakarta.jms}, {@code org.apache.activemq}, {@code org.jboss.logging}, {@code org.jboss.msc}, {@code org.wildfly.extension} and
 * the JDK.
 */
package org.postern.account;
