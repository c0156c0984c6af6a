/**
 * The words both ends of SMTP share: replies and enhanced status codes (RFC 5321, 4.2; RFC 3463; RFC 2034). May import
 * {@code org.postern.mail} and the JDK.
 */
package org.postern.smtp;
