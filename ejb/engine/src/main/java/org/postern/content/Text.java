package org.postern.content;

/**
 * Text of one part.
 *
 * @param html whether it is HTML, tags and all
 * @param characters decoded by the charset that is named; octets that are none in it are U+FFFD
 */
public record Text(boolean html, String characters) {}
