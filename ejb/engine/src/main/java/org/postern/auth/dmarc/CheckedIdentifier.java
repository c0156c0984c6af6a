package org.postern.auth.dmarc;

import org.postern.auth.ResultName;

/**
 * A domain, and what SPF or DKIM has made of it.
 *
 * @param result only {@code pass} authenticates
 * @param domain of MAIL FROM, or of HELO where the reverse-path is null (RFC 7208, 2.4); or {@code d=} of a signature. As it was written
 */
public record CheckedIdentifier(ResultName result, String domain) {}
