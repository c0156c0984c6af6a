package org.postern.auth.dkim;

import org.postern.mail.Domain;

import java.security.PrivateKey;

/**
 * What a domain signs with.
 *
 * @param domain that answers for the message
 * @param selector under which the public key stands in the DNS
 */
public record SigningKey(Domain domain, Domain selector, Algorithm algorithm, PrivateKey key) {}
