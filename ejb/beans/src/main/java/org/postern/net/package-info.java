/**
 * The network of the sending side: the resolver (dnsjava), sockets, TLS and logins (SASL, OAuth 2.0), as adapters of the engine's ports.
 *
 * <p>May import the engine, {@code org.postern.mail}, {@code org.postern.smtp.client}, dnsjava,
 * {@code jakarta.json} and the JDK.
 */
package org.postern.net;
