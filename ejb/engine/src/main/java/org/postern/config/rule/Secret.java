package org.postern.config.rule;

import java.nio.file.Path;

/** Where a secret is read from. The configuration never holds one itself, so that it may be shown to anybody. */
public sealed interface Secret {
    /** An environment variable. Text form {@code env:NAME}. */
    record Variable(String name) implements Secret {}

    /** A file; its first line. Text form {@code file:/path}. */
    record File(Path path) implements Secret {}

    /**
     * {@return the secret with this text form}
     *
     * @throws IllegalArgumentException if it has none: it may be the secret itself, so it is not repeated
     */
    static Secret parse(String text) {
        if (text.startsWith("env:") && text.length() > "env:".length()) {
            return new Variable(text.substring("env:".length()));
        }
        if (text.startsWith("file:") && text.length() > "file:".length()) {
            return new File(Path.of(text.substring("file:".length())));
        }
        throw new IllegalArgumentException("a secret is not written here, but where it stands: env:NAME or file:/path");
    }
}
