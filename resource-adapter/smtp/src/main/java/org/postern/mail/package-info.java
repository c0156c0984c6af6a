/**
 * Mail as a value: addresses, envelope, content and the files it may lie in. Nothing here knows a protocol, a socket, a clock or a log.
 *
 * <p>Terms are those of RFC 5321 (mailbox, reverse-path, forward-path) and RFC 5322 (header section).
 *
 * <p>May import the JDK alone.
 */
package org.postern.mail;
