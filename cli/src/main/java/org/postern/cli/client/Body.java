package org.postern.cli.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import java.util.List;
import java.util.Optional;

/** What is sent along with an act; what was not said is left out. */
public final class Body {
    private final JsonObjectBuilder object = Json.createObjectBuilder();

    private Body() {}

    public static Body of(String name, String value) {
        return new Body().with(name, value);
    }

    public static Body empty() {
        return new Body();
    }

    public Body with(String name, String value) {
        object.add(name, value);
        return this;
    }

    public Body with(String name, Optional<String> value) {
        value.ifPresent(given -> object.add(name, given));
        return this;
    }

    public Body withNumber(String name, Optional<Integer> value) {
        value.ifPresent(given -> object.add(name, given));
        return this;
    }

    public Body with(String name, boolean value) {
        object.add(name, value);
        return this;
    }

    /** {@return the same, with a list; without, if nothing is in it} */
    public Body with(String name, List<String> values) {
        return values.isEmpty() ? this : withAll(name, values);
    }

    /** {@return the same, with a list that may be empty} */
    public Body withAll(String name, List<String> values) {
        object.add(name, Json.createArrayBuilder(values));
        return this;
    }

    public Body with(String name, JsonObject inner) {
        object.add(name, inner);
        return this;
    }

    public JsonObject json() {
        return object.build();
    }
}
