/**
 * Sending by Jakarta Mail, for applications beside the gateway: a session in JNDI that hands mail in by JMS, in the transaction of whoever sends.
 *
 * <p>May import {@code client.transport}, {@code jakarta.annotation}, {@code jakarta.ejb}, {@code jakarta.jms}, {@code jakarta.mail},
 * {@code javax.naming} and the JDK.
 */
package org.postern.transport;
