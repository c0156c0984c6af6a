package org.postern.cli.client;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** The settings with which a gateway was started, as the check of its configuration has written them. */
public final class SettingsInUse {
    private static final String PREFIX = "postern.";
    private static final String SECRET = "#secret ";

    private final Properties known = new Properties();
    private final Set<String> secrets;

    private SettingsInUse(List<String> lines) {
        load(lines.stream().filter(line -> line.startsWith("#" + PREFIX)).map(line -> line.substring(1)).toList());
        load(lines.stream().filter(line -> line.startsWith(PREFIX)).toList());
        secrets = lines.stream()
                .filter(line -> line.startsWith(SECRET + PREFIX))
                .map(line -> line.substring((SECRET + PREFIX).length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@return those in this file; none where there is no such file} */
    public static SettingsInUse in(Path file) {
        try {
            return new SettingsInUse(
                    Files.exists(file) ? Files.readAllLines(file, StandardCharsets.US_ASCII) : List.of());
        } catch (IOException e) {
            throw Trouble.failed("cannot read " + file + ": " + e.getMessage());
        }
    }

    private void load(List<String> lines) {
        try {
            known.load(new StringReader(String.join("\n", lines)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what the gateway uses for this key; empty where it is a secret, or there is no such setting} */
    public Optional<String> of(String key) {
        return Optional.ofNullable(known.getProperty(PREFIX + key));
    }

    /** {@return what the gateway uses for this key, which has a default} Defaults are known to its server, not here. */
    public String needed(String key) {
        return of(key).orElseThrow(() -> Trouble
                .failed("the data folder does not say what " + key
                        + " is: it was left by another version, start the gateway anew"));
    }

    /** {@return whether there is such a setting} */
    public boolean has(String key) {
        return of(key).isPresent() || isSecret(key);
    }

    /** {@return whether it is one that nobody may see} */
    public boolean isSecret(String key) {
        return secrets.contains(key);
    }
}
