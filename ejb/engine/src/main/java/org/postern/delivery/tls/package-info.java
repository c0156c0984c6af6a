/**
 * What a destination demands of the TLS of sessions with its servers, whoever says so: the operator, the domain by DANE or MTA-STS, or the
 * sender by REQUIRETLS (RFC 8689).
 *
 * <p>May import {@code config}, {@code config.rule}, {@code delivery.host}, {@code dns}, {@code mail}, {@code routing}, {@code smtp},
 * {@code smtp.client} and the JDK.
 */
package org.postern.delivery.tls;
