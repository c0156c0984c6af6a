package org.postern.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of a page in this state; still to be escaped where it is written into HTML. Immutable. */
public record PageAddress(String text) {
    /** {@return the same, with this parameter, unless it says nothing} */
    public PageAddress and(String name, String value) {
        return value.isEmpty()
                ? this
                : new PageAddress(text + (text.indexOf('?') < 0 ? '?' : '&') + name + '='
                        + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return text;
    }
}
