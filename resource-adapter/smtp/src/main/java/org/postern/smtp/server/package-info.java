/**
 * The receiving side of SMTP without input or output: {@code SmtpSession} eats octets and yields replies; sockets, threads and TLS belong
 * to its driver. Whoever decides about mail does so behind the port {@link org.postern.receiver.MailReceiver}.
 *
 * <p>RFC 5321 (SMTP), 2033 (LMTP), 6409 (submission); 1870 (SIZE), 1985 (ETRN), 2034 (ENHANCEDSTATUSCODES), 2920 (PIPELINING), 3030
 * (CHUNKING, BINARYMIME), 3207 (STARTTLS), 3461 (DSN), 4865 (FUTURERELEASE), 4954 (AUTH), 6152 (8BITMIME), 6531 (SMTPUTF8), 6710
 * (MT-PRIORITY), 8689 (REQUIRETLS), 9422 (LIMITS); Postfix's XCLIENT.
 *
 * <p>May import {@code mail}, {@code receiver}, {@code smtp}, {@code smtp.wire} and the JDK.
 */
package org.postern.smtp.server;
