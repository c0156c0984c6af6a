/**
 * What the gateway asks the DNS, as ports, and what the answers mean for mail (RFC 5321, 5; RFC 7505). An answer that is not known is a
 * value of its own: it defers, it never fails.
 *
 * <p>May import {@code config}, {@code limit}, {@code mail}, {@code sentence} and the JDK.
 */
package org.postern.dns;
