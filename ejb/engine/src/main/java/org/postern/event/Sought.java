package org.postern.event;

import java.util.Locale;

/** What somebody looks for, read from the one line that was typed. */
public sealed interface Sought {
    /** No restriction. */
    record Anything() implements Sought {}

    /** The messages from or to this address; case does not matter. */
    record Address(String address) implements Sought {}

    /** The messages from or to any address in exactly this domain. */
    record DomainName(String domain) implements Sought {}

    /** A queue id or a session's reference; if there is none, the beginning of a local part. */
    record Word(String text) implements Sought {}

    /** The longest text that is looked for; the rest is ignored. */
    int MAX_LENGTH = 320;

    /** {@return what the text asks for: {@code user@domain}, {@code @domain} or {@code domain.name}, or else a word} */
    static Sought parse(String text) {
        String stripped = text.strip();
        String bounded = stripped.substring(0, Math.min(stripped.length(), MAX_LENGTH));
        int at = bounded.lastIndexOf('@');
        if (bounded.isEmpty()) {
            return new Anything();
        }
        if (at > 0) {
            return new Address(bounded.replaceAll("^<|>$", ""));
        }
        if (at == 0 || bounded.indexOf('.') > 0) {
            return new DomainName(bounded.substring(at + 1).toLowerCase(Locale.ROOT));
        }
        return new Word(bounded);
    }
}
