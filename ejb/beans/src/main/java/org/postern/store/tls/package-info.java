/**
 * What domains have published about TLS (RFC 8461), and what came of it (RFC 8460), in the database.
 *
 * <p>May import {@code delivery.report}, {@code delivery.sts}, {@code delivery.tls}, {@code jakarta.inject}, {@code jakarta.persistence},
 * {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.tls;
