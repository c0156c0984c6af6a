package org.postern.smtp.wire;

import java.util.Optional;

/**
 * A line that a client has sent in place of a command.
 *
 * @param text without its end; as much of it as fits where the line is too long
 * @param violation what is wrong with it as a line
 */
public record CommandLine(String text, Optional<Violation> violation) {}
