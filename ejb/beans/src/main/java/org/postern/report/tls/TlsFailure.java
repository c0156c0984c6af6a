package org.postern.report.tls;

import org.postern.delivery.tls.TlsFault;

/**
 * So many sessions that failed alike (RFC 8460, 4.4). What was left out is empty.
 *
 * @param fault what was wrong; a word that is not known counts as {@link TlsFault#VALIDATION_FAILURE}
 * @param word for it, as it was written
 * @param sender the address that sent
 * @param host the MX host
 * @param helo how that called itself
 * @param receiver the address of the host
 * @param sessions how many
 * @param information more for a person, often an address of a page
 * @param code more for a machine
 */
public record TlsFailure(TlsFault fault, String word, String sender, String host, String helo, String receiver,
        long sessions, String information, String code) {}
