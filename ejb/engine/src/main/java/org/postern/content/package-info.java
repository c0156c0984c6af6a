/**
 * What a message is made of (RFC 2045 to 2047, 2183, 2231): one streaming pass over its octets gives its parts, the fields of its header
 * section and its text, each within bounds, whatever a stranger wrote. What was beyond a bound is told by a value and never by an
 * exception.
 *
 * <p>The limits are in {@link org.postern.content.ContentLimits}.
 *
 * <p>May import {@code org.apache.james.mime4j} and the JDK.
 */
package org.postern.content;
