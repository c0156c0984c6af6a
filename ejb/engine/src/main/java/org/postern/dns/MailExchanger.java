package org.postern.dns;

/**
 * One MX record (RFC 1035, 3.3.9).
 *
 * @param preference lower is tried first
 * @param host without a trailing dot
 */
public record MailExchanger(int preference, String host) {}
