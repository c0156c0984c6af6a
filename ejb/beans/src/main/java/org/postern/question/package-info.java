/**
 * Questions to applications, as JMS messages: where they are sent, and who waits for which answer.
 *
 * <p>They are not persistent and not part of any transaction: what is lost with the broker is asked again by the client, who is told 451. Their queues keep
 * little and drop the rest, so that an application that reads none fills nothing.
 *
 * <p>May import {@code config.file}, {@code config.rule}, {@code duty}, {@code mail}, {@code policy.question}, {@code receiver},
 * {@code sentence}, {@code smtp.wire}, {@code jakarta.annotation}, {@code jakarta.ejb}, {@code jakarta.enterprise}, {@code jakarta.inject}, {@code jakarta.jms},
 * {@code org.jboss.logging} and the JDK.
 */
package org.postern.question;
