/**
 * What applications compile against that read mail from the gateway's queues, hand mail in, and hear what became of it: the contract of the
 * messages, and a reader and a builder for them.
 *
 * <p>Knows JMS and mail, and nothing of the gateway's inside. Where nobody asks for a {@code MimeMessage} or an event, neither Jakarta Mail nor
 * Jakarta JSON has to be there.
 *
 * <p>Runs on Java 17 and later, whatever the gateway runs on.
 *
 * <p>May import {@code jakarta.jms}, {@code jakarta.json}, {@code jakarta.mail} and the JDK.
 */
package org.postern.client;
