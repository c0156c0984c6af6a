/**
 * DANE for SMTP (RFC 7672): what the signed DNS of a domain demands of the sessions with its servers.
 *
 * <p>May import {@code org.postern.delivery}, {@code org.postern.dns}, {@code org.postern.routing} and {@code org.postern.smtp}.
 */
package org.postern.delivery.dane;
