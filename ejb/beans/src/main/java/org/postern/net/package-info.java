/**
 * The network of the sending side: the resolver (dnsjava), sockets, TLS and logins (SASL, OAuth 2.0), as adapters of the engine's ports.
 *
 * <p>May import {@code config.rule}, {@code delivery}, {@code delivery.host}, {@code delivery.probe}, {@code delivery.sts}, {@code delivery.tls}, {@code dns},
 * {@code duty}, {@code network}, {@code routing}, {@code sentence}, {@code smtp}, {@code smtp.client}, {@code jakarta.annotation}, {@code jakarta.ejb},
 * {@code jakarta.enterprise}, {@code jakarta.inject}, {@code jakarta.json}, {@code javax.net}, {@code javax.security},
 * {@code org.jboss.logging} and the JDK.
 */
package org.postern.net;
