/**
 * Whether a message is by those whose domain it bears, and what the owner of that domain wishes for it if not: DMARC (RFC 9989). What
 * becomes of the message is said here, too, from what else is known of it; nothing here does it.
 *
 * <p>May import {@code auth}, {@code dns}, {@code mail}, {@code sentence}, {@code smtp.wire} and the JDK.
 */
package org.postern.auth.dmarc;
