/**
 * Who has written a message, and what is known of it: what the ways to authenticate a sender share, and the field that tells it to the
 * next reader.
 *
 * <p>RFC 5322 (3.6.2), 8601 (2.2, 2.7, 5), 8616 (5).
 *
 * <p>May import {@code mail}, {@code smtp.wire} and the JDK.
 */
package org.postern.auth;
