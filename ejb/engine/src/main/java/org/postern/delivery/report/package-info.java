/**
 * What comes of policies about TLS, counted for those who publish them (RFC 8460).
 *
 * <p>May import {@code org.postern.delivery}.
 */
package org.postern.delivery.report;
