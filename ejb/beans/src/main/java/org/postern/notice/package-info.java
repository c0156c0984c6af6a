/**
 * Letters the gateway writes itself: reports for senders on what became of their mail, in words for people and in fields for programs (RFC
 * 3461, RFC 3464, RFC 6522, RFC 6533), composed with Jakarta Mail. And the reports of others, as far as they can be read.
 *
 * <p>May import {@code bounce}, {@code delivery.host}, {@code delivery.outcome}, {@code digest}, {@code mail}, {@code queue},
 * {@code signing}, {@code smtp}, {@code smtp.wire}, {@code jakarta.activation}, {@code jakarta.mail} and the JDK.
 */
package org.postern.notice;
