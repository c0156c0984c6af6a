package org.postern.cli.operate;

import org.postern.cli.client.SettingsInUse;
import org.postern.cli.client.Trouble;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings that are given by options: they take the place of environment variables, which only their owner sees. */
final class Overrides {
    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final String OPTION = "-Dpostern.";

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Set<String> visible = new HashSet<>();
    private final PrintStream remarks;

    /** @param remarks where a person reads what is not as it should be, and does no harm yet */
    Overrides(PrintStream remarks) {
        this.remarks = remarks;
    }

    void put(String key, String value) {
        if (!key.matches("[a-z0-9.-]+")) {
            throw Trouble.failed("--set " + key + ": no such setting (docs/settings.md)");
        }
        settings.put(key, value);
    }

    /** Takes {@code KEY=VALUE} or {@code KEY=@FILE}. */
    void set(String pair) {
        int sign = pair.indexOf('=');
        if (sign < 0) {
            throw Trouble.failed("--set " + pair + ": its value is missing");
        }
        String key = pair.substring(0, sign);
        String value = pair.substring(sign + 1);
        if (value.startsWith("@")) {
            put(key, firstLine(key, Path.of(value.substring(1))));
            return;
        }
        if (hasPassword(value)) {
            throw visibleSecret(key);
        }
        visible.add(key);
        put(key, value);
    }

    private String firstLine(String key, Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
                remarks.println("Others may read " + file + " (chmod 600).");
            }
            return Optional.ofNullable(lines.readLine()).orElse("");
        } catch (IOException e) {
            throw Trouble.failed("--set " + key + ": cannot read " + file);
        }
    }

    /** Nor may a password stand in another setting, such as a URL. */
    static void refusePasswords(List<String> javaOptions) {
        javaOptions.stream()
                .filter(word -> word.startsWith(OPTION) && word.contains("="))
                .filter(word -> hasPassword(word.substring(word.indexOf('=') + 1)))
                .findFirst()
                .ifPresent(word -> {
                    throw visibleSecret(word.substring(OPTION.length(), word.indexOf('=')));
                });
    }

    private static boolean hasPassword(String text) {
        return text.toLowerCase(Locale.ROOT).contains("password=");
    }

    /** What was set has to exist, and no secret may stand where others see it. */
    void check(SettingsInUse known, List<String> javaOptions) {
        for (String key : settings.keySet()) {
            if (!known.has(key)) {
                throw Trouble.failed("--set " + key + ": no such setting (docs/settings.md)");
            }
            if (visible.contains(key) && known.isSecret(key)) {
                throw visibleSecret(key);
            }
        }
        javaOptions.stream()
                .filter(word -> word.startsWith(OPTION) && word.contains("="))
                .map(word -> word.substring(OPTION.length(), word.indexOf('=')))
                .filter(known::isSecret)
                .findFirst()
                .ifPresent(key -> {
                    throw visibleSecret(key);
                });
    }

    private static Trouble visibleSecret(String key) {
        return Trouble.failed(key + " is a secret, which everybody would see in the list of processes: --set " + key
                + "=@FILE, or in the environment (docs/settings.md)");
    }

    /** {@return environment variables that say the same} */
    Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        settings.forEach((key, value) -> variables
                .put("POSTERN_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value));
        return variables;
    }

    /** {@return the data folder, if it was set} */
    Optional<String> data() {
        return Optional.ofNullable(settings.get("data"));
    }
}
