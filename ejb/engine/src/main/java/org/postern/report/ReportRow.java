package org.postern.report;

/**
 * So many messages that were all alike.
 *
 * @param facts wherein they were alike
 * @param count at least 1
 */
public record ReportRow(RowFacts facts, long count) {}
