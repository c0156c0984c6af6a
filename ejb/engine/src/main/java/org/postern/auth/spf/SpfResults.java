package org.postern.auth.spf;

/**
 * What was found of both identities of one transaction (RFC 7208, 2.3 and 2.4).
 *
 * @param helo of the name that the client gave itself
 * @param mailFrom of the sender; of the null reverse-path it says what {@code helo} says
 */
public record SpfResults(SpfResult helo, SpfResult mailFrom) {}
