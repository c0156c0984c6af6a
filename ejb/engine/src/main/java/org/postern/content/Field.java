package org.postern.content;

/**
 * A field of the header section of a message (RFC 5322, 2.2).
 *
 * @param name as it is written
 * @param body unfolded, encoded words decoded (RFC 2047), without white space at its ends
 */
public record Field(String name, String body) {}
