/**
 * DANE for SMTP (RFC 7672): what the signed DNS of a domain demands of the sessions with its servers.
 *
 * <p>May import {@code config}, {@code delivery.host}, {@code delivery.tls}, {@code dns}, {@code mail}, {@code routing}, {@code sentence} and
 * the JDK.
 */
package org.postern.delivery.dane;
