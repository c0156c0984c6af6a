package org.postern.ra;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a listener was told, as text, and how it is read. What it was not told has a value all the same. */
public abstract class ToldProperties implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<ListenerProperty, String> told = new EnumMap<>(ListenerProperty.class);

    ToldProperties() {}

    final String get(ListenerProperty property) {
        return told.getOrDefault(property, property.otherwise());
    }

    final void set(ListenerProperty property, String value) {
        told.put(property, value);
    }

    final int number(ListenerProperty property) {
        String text = get(property);
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(property + " is '" + text + "', but must be a whole number", e);
        }
    }

    final Duration seconds(ListenerProperty property) {
        return Duration.ofSeconds(number(property));
    }

    final Optional<Path> file(ListenerProperty property) {
        return Optional.of(get(property).strip()).filter(text -> !text.isEmpty()).map(Path::of);
    }

    /** {@return this folder, or the one of this name in the gateway's data folder} */
    final Path folder(ListenerProperty property, String inData) {
        return file(property).orElseGet(() -> data().resolve(inData));
    }

    private static Path data() {
        String data = System.getProperty("postern.data", "");
        String server = System.getProperty("jboss.server.data.dir", System.getProperty("java.io.tmpdir"));
        return data.isBlank() ? Path.of(server, "postern") : Path.of(data);
    }
}
