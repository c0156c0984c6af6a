package org.postern.dns;

/**
 * Nobody knows now: a time-out, SERVFAIL, or an answer that makes no sense.
 *
 * @param reason in a few words, for log and trace
 */
public record Temporary(String reason) implements NoAnswer {}
