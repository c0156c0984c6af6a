/**
 * Mail on its way: what a queue carries, what waits for time or for a person, and the ports behind which both are kept.
 *
 * <p>May import {@code org.postern.mail}, {@code org.postern.smtp}, {@code org.postern.routing}, {@code org.postern.event},
 * {@code org.postern.limit} and the JDK.
 */
package org.postern.queue;
