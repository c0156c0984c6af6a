package org.postern.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.ws.rs.DefaultValue;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code openapi.json} is what the classes are: made of them, and kept with them, so that who changes one sees the other. */
class DocumentTest {
    private static final Path KEPT = Path.of("src/main/resources/org/postern/web/api/openapi.json");
    private static final Path MADE = Path.of("target/openapi.json");
    private static final List<Described> ALL = Described.all();
    private static final JsonObject OCTETS = Json.createObjectBuilder()
            .add("type", "string")
            .add("format", "binary")
            .build();
    private final Schemas schemas = new Schemas();

    @Test
    void theDocumentIsThatOfTheClasses() throws IOException {
        String made = lines(document(), 2) + "\n";
        Files.writeString(MADE, made);
        assertThat(Files.exists(KEPT) ? Files.readString(KEPT) : "")
                .as("copy web/%s to web/%s, after a look whether the change is one that programs of others bear", MADE,
                        KEPT)
                .isEqualTo(made);
    }

    @Test
    void eachMethodSaysWhatItDoesAndIsThereOnce() {
        Set<String> seen = new HashSet<>();
        for (Described one : ALL) {
            assertThat(one.does()).as(one.path()).isNotNull();
            assertThat(seen.add(one.verb() + " " + one.path())).as(one.path()).isTrue();
            assertThat(one.asked().filter(Described.Asking::inPath).map(part -> "{" + part.name() + "}"))
                    .as(one.path())
                    .allMatch(one.path()::contains);
        }
        assertThat(seen).hasSizeGreaterThan(50);
    }

    private JsonObject document() {
        JsonObjectBuilder paths = Json.createObjectBuilder();
        ALL.stream().map(Described::path).distinct().forEach(path -> {
            JsonObjectBuilder methods = Json.createObjectBuilder();
            ALL.stream().filter(one -> one.path().equals(path)).forEach(one -> methods.add(one.verb(), method(one)));
            paths.add(path, methods);
        });
        JsonObject problem = schemas.of(Problem.class, Map.of());
        return Json.createObjectBuilder()
                .add("openapi", "3.1.0")
                .add("info", Json.createObjectBuilder()
                        .add("title", "Postern")
                        .add("version", "1")
                        .add("description", "Mail, what becomes of it and what is done about it. See docs/api.md."))
                .add("servers", Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", Api.PATH)))
                .add("security", Json.createArrayBuilder()
                        .add(Json.createObjectBuilder().add("token", Json.createArrayBuilder())))
                .add("paths", paths)
                .add("components", Json.createObjectBuilder()
                        .add("securitySchemes", Json.createObjectBuilder()
                                .add("token", Json.createObjectBuilder().add("type", "http").add("scheme", "bearer")))
                        .add("responses", Json.createObjectBuilder()
                                .add("problem", answer("What is wrong (RFC 9457)", Problem.JSON, problem)))
                        .add("schemas", schemas.components()))
                .build();
    }

    private JsonObject method(Described one) {
        JsonObjectBuilder method = Json.createObjectBuilder()
                .add("summary", one.does().value())
                .add("x-role", Written.word(one.does().by()))
                .add("parameters", parameters(one));
        one.body()
                .ifPresent(type -> method.add("requestBody", Json.createObjectBuilder()
                        .add("required", true)
                        .add("content", content(one.taken(), schemas.of(type, Map.of())))));
        if (Mail.isTakenBy(one.method())) {
            method.add("requestBody", Json.createObjectBuilder()
                    .add("required", true)
                    .add("content", content(Mail.TYPE, OCTETS)));
        }
        JsonObjectBuilder responses = Json.createObjectBuilder();
        if (one.method().getReturnType() == void.class) {
            responses.add("204", Json.createObjectBuilder().add("description", "Done"));
        } else if (one.method().getReturnType() == InputStream.class) {
            responses.add("200", answer("As asked", "application/octet-stream", OCTETS));
        } else {
            responses.add(Integer.toString(one.does().status()), answer("As asked", one.given(),
                    schemas.of(one.method().getGenericReturnType(), Map.of())));
        }
        responses.add("default", Json.createObjectBuilder().add("$ref", "#/components/responses/problem"));
        return method.add("responses", responses).build();
    }

    private JsonArrayBuilder parameters(Described one) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        one.asked().forEach(asking -> {
            JsonObjectBuilder schema = Json.createObjectBuilder(schemas.of(asking.type(), Map.of()));
            DefaultValue usual = asking.element().getAnnotation(DefaultValue.class);
            if (usual != null && !usual.value().isEmpty()) {
                schema.add("default", usual.value().matches("\\d+") && !asking.type().equals(String.class)
                        ? Json.createValue(Integer.parseInt(usual.value()))
                        : Json.createValue(usual.value()));
            }
            all.add(parameter(asking.name(), asking.inPath() ? "path" : "query", asking.inPath(), schema));
        });
        if (one.acts() && !one.does().once() && !Mail.isTakenBy(one.method())) {
            all.add(parameter(Once.KEY, "header", false, Json.createObjectBuilder()
                    .add("type", "string")
                    .add("minLength", 16)
                    .add("maxLength", 100)));
        }
        return all;
    }

    private static JsonObjectBuilder parameter(String name, String in, boolean required, JsonObjectBuilder schema) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("in", in)
                .add("required", required)
                .add("schema", schema);
    }

    private static JsonObjectBuilder answer(String words, String type, JsonObject schema) {
        return Json.createObjectBuilder().add("description", words).add("content", content(type, schema));
    }

    private static JsonObjectBuilder content(String type, JsonObject schema) {
        return Json.createObjectBuilder().add(type, Json.createObjectBuilder().add("schema", schema));
    }

    /** A line for each method and each schema, so that a difference can be read. */
    private static String lines(JsonObject object, int depth) {
        return object.entrySet()
                .stream()
                .map(part -> " ".repeat(3 - depth) + Json.createValue(part.getKey()) + ": "
                        + (depth > 0 && part.getValue() instanceof JsonObject inner
                                ? lines(inner, depth - 1)
                                : part.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n" + " ".repeat(2 - depth) + "}"));
    }

    @Test
    void itIsReadAsItIsServed() {
        String kept = new DocumentResource().document().toString();
        try (JsonReader reader = Json.createReader(new StringReader(kept))) {
            assertThat(reader.readObject().getString("openapi")).isEqualTo("3.1.0");
        }
    }
}
