package org.postern.report;

import org.postern.auth.ResultName;

import java.util.Optional;

/**
 * What one signature came to, whatever DMARC makes of it.
 *
 * @param domain {@code d=}
 * @param selector {@code s=}; empty in some reports by RFC 7489
 * @param words more for a person
 */
public record DkimResult(String domain, String selector, ResultName result, Optional<String> words) {}
