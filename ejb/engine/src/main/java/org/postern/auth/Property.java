package org.postern.auth;

/**
 * What a method has looked at (RFC 8601, 2.2, {@code propspec}), such as {@code smtp.mailfrom=example.com}.
 *
 * @param type {@code smtp}, {@code header}, {@code body} or {@code policy}
 * @param name letters, digits and hyphens
 * @param value whatever a stranger wrote: control characters and halves of surrogate pairs are replaced, what is beyond
 *     {@value MethodResult#LONGEST_TEXT} characters is cut off
 */
public record Property(String type, String name, String value) {
    public Property {
        MethodResult.requireKeyword(type);
        MethodResult.requireKeyword(name);
        value = MethodResult.harmless(value);
    }

    /** {@return a property of the SMTP session} */
    public static Property smtp(String name, String value) {
        return new Property("smtp", name, value);
    }

    /** {@return a property of the header section} */
    public static Property header(String name, String value) {
        return new Property("header", name, value);
    }

    /** {@return a property of what was decided here} */
    public static Property policy(String name, String value) {
        return new Property("policy", name, value);
    }
}
