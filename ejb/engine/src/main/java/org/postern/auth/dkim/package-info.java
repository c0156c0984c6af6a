/**
 * DKIM (RFC 6376, 8301, 8463, 8616): which domains answer for a message with their signature, and our own signatures. Parts are lent to
 * ARC.
 *
 * <p>Begin with {@link org.postern.auth.dkim.DkimVerifier} and {@link org.postern.auth.dkim.DkimSigner}.
 *
 * <p>May import {@code auth}, {@code auth.dkim.canonical}, {@code dns}, {@code limit}, {@code mail}, {@code sentence} and the JDK.
 */
package org.postern.auth.dkim;
