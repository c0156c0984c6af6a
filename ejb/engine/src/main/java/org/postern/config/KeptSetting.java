package org.postern.config;

import java.time.Instant;

/**
 * A value that somebody wrote for a setting in the console.
 *
 * @param text of the value, as it would stand in the file
 * @param by the name of that person
 * @param at when
 */
public record KeptSetting(String key, String text, String by, Instant at) {}
