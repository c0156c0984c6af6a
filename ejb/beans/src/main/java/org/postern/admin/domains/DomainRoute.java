package org.postern.admin.domains;

import org.postern.sentence.Sentence;

import java.util.Optional;

/**
 * A route that mail for a domain may take.
 *
 * @param id of a route of the database; empty for one of the file
 * @param name what it is called where somebody is told why mail went there
 * @param when which mail it is for, in words
 * @param target where it leads
 * @param enabled whether it counts
 */
public record DomainRoute(Optional<Long> id, Sentence name, Sentence when, String target, boolean enabled) {}
