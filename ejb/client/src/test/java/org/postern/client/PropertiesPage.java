package org.postern.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table of the contract, as people read it. */
public final class PropertiesPage {
    private static final Path PAGE = Path.of("../../docs/applications/properties.md");

    /** A row of the table. */
    public record Row(String name, String type, int since, Set<String> byGateway, Set<String> byApplications) {}

    private PropertiesPage() {}

    /** {@return the version that the page is about} */
    static int version() throws IOException {
        return Files.readAllLines(PAGE)
                .stream()
                .filter(line -> line.startsWith("Version "))
                .mapToInt(line -> Integer.parseInt(line.substring("Version ".length())))
                .findFirst()
                .orElseThrow();
    }

    /** {@return the rows in their order} */
    public static List<Row> rows() throws IOException {
        return Files.readAllLines(PAGE)
                .stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Row(cells[1].strip().replace("`", ""), cells[2].strip(),
                        Integer.parseInt(cells[3].strip()), words(cells[4]), words(cells[5])))
                .toList();
    }

    /** {@return name and type of what the gateway sets on mail or on events} */
    public static Map<String, String> setByGateway(String on) throws IOException {
        return types(rows().stream().filter(row -> row.byGateway().contains(on)).toList());
    }

    /** {@return name and type of what applications set on submissions} */
    public static Map<String, String> setByApplications() throws IOException {
        return types(rows().stream().filter(row -> row.byApplications().contains("submissions")).toList());
    }

    /** {@return name and type of the properties of a message that begin as those of the gateway do} */
    public static Map<String, String> types(BytesInMemory message) {
        Map<String, String> types = new TreeMap<>();
        message.properties.forEach((name, value) -> {
            String type = value.getClass().getSimpleName();
            if (name.startsWith("postern_")) {
                types.put(name, switch (type) {
                    case "Integer" -> "int";
                    case "Long" -> "long";
                    case "Double" -> "double";
                    case "Boolean" -> "boolean";
                    default -> type;
                });
            }
        });
        return types;
    }

    private static Map<String, String> types(List<Row> rows) {
        return new TreeMap<>(rows.stream().collect(Collectors.toMap(Row::name, Row::type)));
    }

    private static Set<String> words(String cell) {
        return Arrays.stream(cell.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
