package org.postern.queue;

import org.postern.assessment.QuarantineKind;

import java.time.Instant;

/**
 * What is told about mail in quarantine without reading it.
 *
 * @param kind why it is there
 * @param score what all that was found adds up to
 * @param subject as a person reads it, at most 200 characters; may be empty
 * @param author the From field as a person reads it, at most 320 characters; may be empty
 * @param since when it began to wait
 */
public record Quarantined(QuarantineKind kind, double score, String subject, String author, Instant since) {}
