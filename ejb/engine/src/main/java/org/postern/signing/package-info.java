/**
 * What the gateway signs in the name of its own domains (RFC 6376): keys, what becomes of each in the course of time, how they are kept
 * secret, and whose mail is signed with them.
 *
 * <p>Begin with {@link org.postern.signing.MailSigner} and {@link org.postern.signing.KeyLife}.
 *
 * <p>May import {@code auth}, {@code auth.dkim}, {@code auth.dkim.canonical}, {@code config}, {@code mail}, {@code javax.crypto} and the
 * JDK.
 */
package org.postern.signing;
