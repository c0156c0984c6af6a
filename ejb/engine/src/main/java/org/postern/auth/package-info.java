/**
 * Who has written a message, and what is known of it: what the ways to authenticate a sender share.
 *
 * <p>May import {@code mail}, {@code smtp.wire} and the JDK.
 */
package org.postern.auth;
