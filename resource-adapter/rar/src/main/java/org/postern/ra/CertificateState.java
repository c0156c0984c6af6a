package org.postern.ra;

/**
 * A certificate that a listener shows, in plain values.
 *
 * @param subject whose it is
 * @param names the DNS names it is for, divided by a comma and a blank
 * @param ends the last moment at which it is valid, in seconds since 1970
 */
public record CertificateState(String subject, String names, long ends) {}
