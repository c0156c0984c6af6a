package org.postern.admin.archive;

import org.postern.config.rule.ArchiveRule;

import java.util.Optional;

/**
 * What is archived of one queue or topic.
 *
 * @param place the text form of the destination
 * @param messages how many are kept
 * @param octets of their contents together
 * @param rule how it is archived; empty where it is not any more, and what is left goes when its time is over
 */
public record ArchivePlace(String place, long messages, long octets, Optional<ArchiveRule> rule) {}
