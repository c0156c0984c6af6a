/**
 * How a client proves who it is: SASL (RFC 4422, 4954) by the server's Elytron, and the users the gateway keeps itself. Which realm knows
 * the users is the server's configuration; nothing here asks.
 *
 * <p>PLAIN (RFC 4616) and SCRAM (RFC 5802, 7677) by Elytron, LOGIN in terms of PLAIN; EXTERNAL (RFC 4422, A), OAUTHBEARER (RFC 7628) and
 * XOAUTH2 by what its realms say of certificates and tokens. Does not know the store: {@link org.postern.identity.MailUsers} is
 * implemented there.
 *
 * <p>May import {@code config}, {@code event}, {@code limit}, {@code network}, {@code queue}, {@code receiver}, {@code smtp},
 * {@code jakarta.annotation}, {@code jakarta.inject}, {@code javax.crypto}, {@code javax.naming}, {@code javax.security},
 * {@code org.jboss.logging}, {@code org.jboss.msc}, {@code org.wildfly.common}, {@code org.wildfly.security} and the JDK.
 */
package org.postern.identity;
