package org.postern.smtp.server;

/**
 * Who a client has proved to be.
 *
 * @param name the authorization identity (RFC 4422, 3.4.1)
 * @param mechanism the SASL mechanism it was proved by, such as {@code PLAIN}
 */
public record Identity(String name, String mechanism) {}
