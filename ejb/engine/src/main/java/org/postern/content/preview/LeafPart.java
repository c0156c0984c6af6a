package org.postern.content.preview;

import org.postern.content.Part;

/**
 * A part in which no others lie.
 *
 * @param number its place among these, from 0
 * @param part what its sender calls it; its size is not known
 * @param size octets, decoded
 */
public record LeafPart(int number, Part part, long size) {}
