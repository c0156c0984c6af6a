/**
 * Octets and lines: framing, parsing, dot-stuffing, and the named {@code Violation}s of the grammar. Serves both ends.
 *
 * <p>RFC 5321 (2.3.8, 4.1, 4.5.2, 4.5.3), 3030 (2), 3461 (4), 5890 (2.3.2.1), 6531 (3.3).
 *
 * <p>May import {@code mail}, {@code smtp} and the JDK.
 */
package org.postern.smtp.wire;
