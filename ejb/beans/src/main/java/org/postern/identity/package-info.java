/**
 * How a client proves who it is: SASL (RFC 4422, 4954) by the server's Elytron, and the users the gateway keeps itself. Which realm
 * knows the users is the server's configuration; nothing here asks.
 *
 * <p>PLAIN (RFC 4616), SCRAM (RFC 5802, 7677), OAUTHBEARER (RFC 7628) and EXTERNAL (RFC 4422, A) by Elytron; LOGIN and XOAUTH2, which
 * have no RFC, in terms of these. Does not know the store: {@link org.postern.identity.MailUsers} is implemented there.
 */
package org.postern.identity;
