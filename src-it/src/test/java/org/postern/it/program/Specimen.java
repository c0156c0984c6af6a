package org.postern.it.program;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Requests as the document asks for them, about nothing in particular. */
final class Specimen {
    private Specimen() {}

    /** {@return a text as it stands in an address} */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** {@return an address of the operation} */
    static String address(Contract.Operation operation) {
        return operation.path()
                .replace("{id}", "999999")
                .replace("{destination}", "mx:nowhere.example")
                .replace("{domain}", "nowhere.example")
                .replaceAll("\\{\\w+}", "nothing");
    }

    /** {@return a body with all that is needed} */
    static Optional<String> body(Contract contract, Contract.Operation operation) {
        return operation.body().map(schema -> value(contract, "", schema).toString());
    }

    private static JsonValue value(Contract contract, String name, JsonObject wanted) {
        JsonObject schema = contract.resolved(wanted);
        return switch (schema.getString("type")) {
            case "object" -> object(contract, schema);
            case "array" -> Json.createArrayBuilder().build();
            case "boolean" -> JsonValue.TRUE;
            case "integer" -> Json.createValue(999_999);
            default -> Json.createValue(text(name, schema));
        };
    }

    private static JsonObject object(Contract contract, JsonObject schema) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        if (schema.containsKey("properties")) {
            schema.getJsonArray("required")
                    .getValuesAs(JsonString::getString)
                    .forEach(name -> object.add(name,
                            value(contract, name, schema.getJsonObject("properties").getJsonObject(name))));
        }
        return object.build();
    }

    private static String text(String name, JsonObject schema) {
        if (schema.containsKey("enum")) {
            return schema.getJsonArray("enum").getString(0);
        }
        return switch (schema.getString("format", name)) {
            case "date-time" -> "2026-03-01T12:00:00Z";
            case "date" -> "2026-03-01";
            case "client" -> "192.0.2.1";
            case "to" -> "queue:nothing";
            default -> "nobody@nowhere.example";
        };
    }
}
