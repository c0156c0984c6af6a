/**
 * What the stages stand on: the queues of the broker as adapter of {@link org.postern.queue.MailQueue}, what lies in them as values, and
 * whether broker, database and disk can take more.
 *
 * <p>Knows no stage and no rule.
 *
 * <p>May import {@code archive}, {@code assessment}, {@code broker.remote}, {@code config}, {@code config.rule}, {@code contents}, {@code duty},
 * {@code event}, {@code mail}, {@code metric}, {@code queue}, {@code receiver}, {@code routing}, {@code sentence}, {@code smtp}, {@code smtp.wire},
 * {@code story}, {@code jakarta.annotation}, {@code jakarta.ejb}, {@code jakarta.enterprise}, {@code jakarta.inject}, {@code jakarta.jms},
 * {@code javax.management}, {@code javax.naming}, {@code javax.sql}, {@code org.jboss.logging} and the JDK.
 */
package org.postern.broker;
