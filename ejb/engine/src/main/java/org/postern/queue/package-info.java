/**
 * Mail on its way: what a queue carries, what waits for time or for a person, and the ports behind which both are kept.
 *
 * <p>May import {@code assessment}, {@code config}, {@code event}, {@code limit}, {@code mail}, {@code routing}, {@code sentence} and the JDK.
 */
package org.postern.queue;
