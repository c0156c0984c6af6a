/**
 * Letters the gateway writes itself: reports for senders whose mail could not be delivered, in words for people and in fields for
 * programs (RFC 3464, RFC 6522), composed with Jakarta Mail.
 *
 * <p>May import the engine, {@code org.postern.mail}, {@code org.postern.smtp}, Jakarta Mail and the JDK.
 */
package org.postern.notice;
