/**
 * The sending side of SMTP over a {@code Transport} port: one dialogue, pipelined, an outcome for each recipient.
 *
 * <p>RFC 5321, 1870, 2033, 2034, 2920, 3030, 3207, 3461, 4954, 6152, 6531, 6710, 8689.
 *
 * <p>May import {@code mail}, {@code smtp}, {@code smtp.wire} and the JDK.
 */
package org.postern.smtp.client;
