/**
 * Sending by Jakarta Mail: a transport that hands mail in by JMS, in the transaction of whoever sends, and the provider that makes it known to Jakarta Mail.
 *
 * <p>May import {@code client}, {@code jakarta.jms}, {@code jakarta.mail} and the JDK.
 */
package org.postern.client.transport;
