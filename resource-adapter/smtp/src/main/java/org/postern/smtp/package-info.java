/**
 * The words both ends of SMTP share: replies and enhanced status codes (RFC 5321, 4.2; RFC 3463; RFC 2034).
 *
 * <p>May import {@code mail} and the JDK.
 */
package org.postern.smtp;
