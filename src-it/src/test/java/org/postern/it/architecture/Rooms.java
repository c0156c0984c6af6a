package org.postern.it.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The one list of rooms: which there are, in which module, and what each may import. It stands in {@code rooms.txt}, for people to read. */
final class Rooms {
    /** All below it is ours. */
    static final String OURS = "org.postern.";
    private static final List<Room> ALL = read();

    /**
     * A package and what it may know.
     *
     * @param module the folder of its module
     * @param name without {@link #OURS}
     * @param rooms other packages of ours that it may import, without {@link #OURS}
     * @param libraries packages of others, with all below them, beside {@code java}
     */
    record Room(String module, String name, Set<String> rooms, Set<String> libraries) {
        String packageName() {
            return OURS + name;
        }

        /** {@return whether it may import this package of its own or of others} */
        boolean mayImport(String packageName) {
            return packageName.equals(packageName()) || packageName.equals("java") || packageName.startsWith("java.")
                    || (packageName.startsWith(OURS) && rooms.contains(packageName.substring(OURS.length())))
                    || libraries.stream().anyMatch(own -> packageName.equals(own) || packageName.startsWith(own + "."));
        }
    }

    private Rooms() {}

    static List<Room> all() {
        return ALL;
    }

    /** {@return the modules, the lowest first: none knows a later one} */
    static List<String> modules() {
        return ALL.stream().map(Room::module).distinct().toList();
    }

    /** {@return the rooms of these modules, each as ArchUnit names a package} */
    static String[] of(String... modules) {
        Set<String> wanted = Set.of(modules);
        return ALL.stream()
                .filter(room -> wanted.contains(room.module()))
                .map(Room::packageName)
                .toArray(String[]::new);
    }

    static Optional<Room> named(String packageName) {
        return ALL.stream().filter(room -> room.packageName().equals(packageName)).findFirst();
    }

    private static List<Room> read() {
        List<Room> rooms = new ArrayList<>();
        String module = "";
        for (String line : lines()) {
            if (line.startsWith("[")) {
                module = line.substring(1, line.indexOf(']'));
            } else {
                String[] parts = line.split(":", -1);
                rooms.add(new Room(module, parts[0].strip(), words(parts[1]), words(parts[2])));
            }
        }
        return List.copyOf(rooms);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> lines() {
        try {
            return Files
                    .readAllLines(House.ROOT.resolve("src-it/src/test/resources/org/postern/it/architecture/rooms.txt"))
                    .stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
