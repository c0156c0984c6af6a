/**
 * The receiving side of SMTP without input or output: {@code SmtpSession} eats octets and yields replies; sockets, threads and
 * TLS belong to its driver. Whoever decides about mail does so behind the port {@link org.postern.smtp.server.MailReceiver}.
 *
 * <p>RFC 5321 (SMTP), 1870 (SIZE), 2034 (ENHANCEDSTATUSCODES), 2920 (PIPELINING), 6152 (8BITMIME). May import
 * {@code org.postern.mail}, {@code org.postern.smtp}, {@code org.postern.smtp.wire} and the JDK.
 */
package org.postern.smtp.server;
