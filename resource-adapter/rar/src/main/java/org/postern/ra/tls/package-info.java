/**
 * TLS on the receiving side (RFC 3207, 8314): key material from files that may change while sessions go on, the choice of the certificate
 * by the name a client asks for (RFC 6066, 3), and handshakes over accepted connections. TLS 1.2 and 1.3 only (RFC 8996).
 *
 * <p>May import {@code receiver}, {@code javax.net}, {@code javax.security}, {@code org.jboss.logging}, {@code org.wildfly.security} and
 * the JDK.
 */
package org.postern.ra.tls;
