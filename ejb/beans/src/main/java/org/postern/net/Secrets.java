package org.postern.net;

import org.postern.config.rule.Secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads secrets where they stand, each time anew, so that a changed file counts at once. What it throws never holds one. */
public final class Secrets {
    private static final int MAX_OCTETS = 65_536;

    private Secrets() {}

    /**
     * {@return the secret that stands there}
     *
     * @throws IOException saying why there is none
     */
    public static String read(Secret secret) throws IOException {
        return switch (secret) {
            case Secret.Variable(String name) -> Optional.ofNullable(System.getenv(name))
                    .filter(value -> !value.isEmpty())
                    .orElseThrow(() -> new IOException("the environment variable " + name + " is not set"));
            case Secret.File(Path path) -> firstLine(path);
        };
    }

    private static String firstLine(Path path) throws IOException {
        try {
            if (Files.size(path) > MAX_OCTETS) {
                throw new IOException("the file " + path + " is too large for a secret");
            }
            return Files.readString(path, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(() -> new IOException("the file " + path + " holds no secret"));
        } catch (IOException e) {
            throw new IOException("the secret in " + path + " cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }
}
