package org.postern.admin.domains;

/**
 * A record that ought to be published.
 *
 * @param name where, without a trailing dot
 * @param type of the record, such as {@code TXT}
 * @param value as a zone file has it; of a suggestion, which may be put otherwise
 * @param now what the DNS says
 */
public record DomainRecord(String name, String type, String value, Publication now) {}
