package org.postern.trust;

/**
 * An examination of which nobody is to notice anything: no entry of people's lists is counted as met, nobody has to come again or is remembered,
 * and no room in quarantine is taken.
 *
 * @param examination made of such parts
 */
public record Rehearsal(Examination examination) {}
