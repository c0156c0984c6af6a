/**
 * What of a message a signature holds to (RFC 6376, 3.4): header fields and bodies in their canonical forms, and the hashes of bodies, all
 * of them made while the content passes by once.
 *
 * <p>Begin with {@link org.postern.auth.dkim.canonical.BodyHasher}.
 *
 * <p>May import {@code mail} and the JDK.
 */
package org.postern.auth.dkim.canonical;
