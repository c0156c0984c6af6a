package org.postern.report;

import org.postern.auth.ResultName;

import java.util.Optional;

/**
 * What SPF came to for MAIL FROM, whatever DMARC makes of it.
 *
 * @param domain that was looked at
 * @param words more for a person
 */
public record SpfResult(String domain, ResultName result, Optional<String> words) {}
