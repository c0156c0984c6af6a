package org.postern.cli;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The API, as its document describes it. */
final class Described {
    private static final Path DOCUMENT = Path.of("../web/src/main/resources/org/postern/web/api/openapi.json");
    /** Where more would come next, which would never end, and what is wrong, which is told alone. */
    private static final Set<String> SELDOM = Set.of("next", "problems");

    private final JsonObject document;

    private Described(JsonObject document) {
        this.document = document;
    }

    static Described asItIs() {
        try (JsonReader reader = Json.createReader(Files.newInputStream(DOCUMENT))) {
            return new Described(reader.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A method of a path. */
    record Operation(String name, String path, JsonObject described) {
        boolean answers(String method, String asked) {
            return name.startsWith(method + " ")
                    && asked.matches(path.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+"));
        }

        private int variables() {
            return path.split("\\{", -1).length;
        }

        Set<String> parameters() {
            Set<String> names = new HashSet<>();
            described.getJsonArray("parameters")
                    .getValuesAs(JsonObject.class)
                    .forEach(one -> names.add(one.getString("name")));
            return names;
        }

        int status() {
            return described.getJsonObject("responses")
                    .keySet()
                    .stream()
                    .filter(code -> code.startsWith("2"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElseThrow();
        }

        private Optional<JsonObject> content() {
            return Optional.ofNullable(described.getJsonObject("responses")
                    .getJsonObject(Integer.toString(status()))
                    .getJsonObject("content"));
        }
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.getJsonObject("paths")
                .forEach((path, methods) -> methods.asJsonObject()
                        .forEach((verb, described) -> all.add(new Operation(verb.toUpperCase(Locale.ROOT) + " " + path,
                                path, described.asJsonObject()))));
        return all;
    }

    Optional<Operation> find(String method, String path) {
        return operations().stream()
                .filter(one -> one.answers(method, path))
                .min(Comparator.comparingInt(Operation::variables));
    }

    /** {@return an answer with all that may be in one; empty where there is none} */
    String answer(Operation operation) {
        return operation.content()
                .map(content -> content.containsKey("application/json")
                        ? specimen(content.getJsonObject("application/json").getJsonObject("schema")).toString()
                        : "octets")
                .orElse("");
    }

    /** {@return what is wrong with a body, by the names in it} */
    Optional<String> fault(Operation operation, byte[] body) {
        Optional<JsonObject> json = Optional.ofNullable(operation.described().getJsonObject("requestBody"))
                .map(one -> one.getJsonObject("content").getJsonObject("application/json"))
                .map(one -> resolved(one.getJsonObject("schema")));
        if (json.isEmpty()) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            Set<String> given = reader.readObject().keySet();
            List<String> required = json.get().getJsonArray("required").getValuesAs(JsonString::getString);
            Set<String> known = json.get().getJsonObject("properties").keySet();
            return given.containsAll(required) && known.containsAll(given)
                    ? Optional.empty()
                    : Optional.of(given + " in place of " + required + " among " + known);
        }
    }

    private JsonObject resolved(JsonObject schema) {
        return schema.containsKey("$ref")
                ? document.getJsonObject("components")
                        .getJsonObject("schemas")
                        .getJsonObject(schema.getString("$ref").replaceFirst(".*/", ""))
                : schema;
    }

    private JsonValue specimen(JsonObject wanted) {
        JsonObject schema = resolved(wanted);
        return switch (schema.getString("type")) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "boolean" -> JsonValue.TRUE;
            case "integer" -> Json.createValue(7);
            case "number" -> Json.createValue(1.5);
            default -> Json.createValue(word(schema));
        };
    }

    private JsonValue array(JsonObject schema) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        return array.add(specimen(schema.getJsonObject("items"))).build();
    }

    private JsonObject object(JsonObject schema) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        if (schema.containsKey("properties")) {
            schema.getJsonObject("properties").forEach((name, part) -> {
                if (!SELDOM.contains(name)) {
                    object.add(name, specimen(part.asJsonObject()));
                }
            });
        }
        return object.build();
    }

    private static String word(JsonObject schema) {
        if (!schema.containsKey("enum")) {
            return "text\u001b";
        }
        List<String> words = schema.getJsonArray("enum").getValuesAs(JsonString::getString);
        return words.contains("done") ? "done" : words.getFirst();
    }
}
