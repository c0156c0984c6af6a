/**
 * The mark we leave on mail: the trace field on top of its content (RFC 5321, 4.4).
 *
 * <p>May import {@code mail} and the JDK.
 */
package org.postern.trace;
