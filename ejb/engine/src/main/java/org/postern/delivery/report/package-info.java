/**
 * What comes of policies about TLS, counted for those who publish them (RFC 8460).
 *
 * <p>May import {@code delivery}, {@code delivery.tls} and the JDK.
 */
package org.postern.delivery.report;
