package org.postern.it.program;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The document that the gateway serves, held against its answers. */
final class Contract {
    private static final String CONTENT = "content";

    private final JsonObject document;
    private final Set<String> walked = new TreeSet<>();

    Contract(JsonObject document) {
        this.document = document;
    }

    /** A method of a path, as it is described. */
    record Operation(String verb, String path, JsonObject described) {
        String role() {
            return described.getString("x-role");
        }

        boolean isLook() {
            return verb.equals("get");
        }

        /** {@return the schema of the body, if it takes one} */
        Optional<JsonObject> body() {
            return Optional.ofNullable(described.getJsonObject("requestBody"))
                    .map(body -> body.getJsonObject(CONTENT).getJsonObject("application/json"))
                    .map(json -> json.getJsonObject("schema"));
        }
    }

    /** {@return all that is described} */
    List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        document.getJsonObject("paths")
                .forEach((path, methods) -> methods.asJsonObject()
                        .forEach((verb, described) -> all.add(new Operation(verb, path, described.asJsonObject()))));
        return all;
    }

    /** {@return what was answered as it should be at least once, as verb and path} */
    Set<String> walked() {
        return walked;
    }

    /** Holds an answer against the document. */
    void hold(String verb, String address, int status, Optional<JsonValue> body) {
        String path = address.replaceFirst("\\?.*", "");
        Operation operation = all().stream()
                .filter(one -> one.verb().equals(verb) && fits(one.path(), path))
                .min((a, b) -> Integer.compare(variables(a.path()), variables(b.path())))
                .orElseThrow(() -> new AssertionError("nothing describes " + verb + " " + path));
        JsonObject responses = operation.described().getJsonObject("responses");
        String code = Integer.toString(status);
        if (status < 300) {
            assertThat(responses.keySet()).as(verb + " " + path).contains(code);
            walked.add(verb + " " + operation.path());
        }
        JsonObject response = status < 300
                ? responses.getJsonObject(code)
                : document.getJsonObject("components").getJsonObject("responses").getJsonObject("problem");
        boolean octets = response.toString().contains("octet-stream");
        if (response.containsKey(CONTENT) && !octets) {
            JsonObject content = response.getJsonObject(CONTENT);
            if (content.keySet().iterator().next().contains("json")) {
                JsonObject schema = content.values().iterator().next().asJsonObject().getJsonObject("schema");
                hold(verb + " " + path, schema, body.orElseThrow());
            }
        } else {
            assertThat(body).as(verb + " " + path).isEmpty();
        }
    }

    private static boolean fits(String template, String path) {
        return path.matches(template.replaceAll("\\{\\w+}", "[^/]+").replace(".", "\\."));
    }

    private static int variables(String template) {
        return template.split("\\{", -1).length;
    }

    JsonObject resolved(JsonObject schema) {
        return schema.containsKey("$ref")
                ? document.getJsonObject("components")
                        .getJsonObject("schemas")
                        .getJsonObject(schema.getString("$ref").replaceFirst(".*/", ""))
                : schema;
    }

    private void hold(String where, JsonObject wanted, JsonValue value) {
        JsonObject schema = resolved(wanted);
        switch (schema.getString("type")) {
            case "object" -> object(where, schema, value);
            case "array" -> {
                assertThat(value).as(where).isInstanceOf(JsonArray.class);
                value.asJsonArray().forEach(one -> hold(where + "[]", schema.getJsonObject("items"), one));
            }
            case "string" -> string(where, schema, value);
            case "boolean" -> assertThat(value).as(where).isIn(JsonValue.TRUE, JsonValue.FALSE);
            case "integer" -> assertThat(value instanceof JsonNumber number && number.isIntegral()).as(where).isTrue();
            case "number" -> assertThat(value).as(where).isInstanceOf(JsonNumber.class);
            default -> throw new AssertionError(where + " has no known type");
        }
    }

    private void object(String where, JsonObject schema, JsonValue value) {
        assertThat(value).as(where).isInstanceOf(JsonObject.class);
        if (!schema.containsKey("properties")) {
            return;
        }
        JsonObject properties = schema.getJsonObject("properties");
        schema.getJsonArray("required")
                .forEach(name -> assertThat(value.asJsonObject()).as(where)
                        .containsKey(((JsonString) name).getString()));
        value.asJsonObject().forEach((name, one) -> {
            assertThat(properties).as(where).containsKey(name);
            hold(where + "." + name, properties.getJsonObject(name), one);
        });
    }

    private static void string(String where, JsonObject schema, JsonValue value) {
        assertThat(value).as(where).isInstanceOf(JsonString.class);
        String text = ((JsonString) value).getString();
        if (schema.containsKey("enum")) {
            assertThat(schema.getJsonArray("enum").getValuesAs(JsonString::getString)).as(where).contains(text);
        }
        if (schema.getString("format", "").equals("date-time")) {
            assertThat(Instant.parse(text)).as(where).isNotNull();
        }
    }
}
