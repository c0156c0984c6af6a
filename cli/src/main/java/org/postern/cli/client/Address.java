package org.postern.cli.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An address below {@code /api/v1}. */
public final class Address {
    private final String text;

    private Address(String text) {
        this.text = text;
    }

    /** {@return the address with these texts in the places of {}} */
    public static Address of(String template, String... parts) {
        String text = template;
        for (String part : parts) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw Trouble.usage("'" + part + "' names nothing");
            }
            int place = text.indexOf("{}");
            text = text.substring(0, place) + encoded(part) + text.substring(place + 2);
        }
        return new Address(text);
    }

    /** {@return the same with a parameter; without, if there is no value} */
    public Address with(String name, Optional<String> value) {
        return value.map(given -> new Address(
                text + (text.contains("?") ? '&' : '?') + name + '=' + encoded(given))).orElse(this);
    }

    /** {@return the same with a parameter} */
    public Address with(String name, String value) {
        return with(name, Optional.of(value));
    }

    /** {@return the same with a parameter for each} */
    public Address withEach(String name, List<String> values) {
        Address all = this;
        for (String value : values) {
            all = all.with(name, value);
        }
        return all;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return text;
    }
}
