package org.postern.auth.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** RFC 6376, 3.4, once more, on whole strings and as literally as can be: what the product's streams are measured by. One char is one octet. */
final class Reference {
    private Reference() {}

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    static String field(String field, boolean relaxed) {
        if (!relaxed) {
            return field;
        }
        int colon = field.indexOf(':');
        String value = field.substring(colon + 1)
                .replace("\r\n", "")
                .replaceAll("[ \t]+", " ")
                .replaceAll("^ | \\z", "");
        return field.substring(0, colon).replaceAll("[ \t]+\\z", "").toLowerCase(Locale.ROOT) + ":" + value + "\r\n";
    }

    static String body(String body, boolean relaxed) {
        String ended = body.isEmpty() || body.endsWith("\r\n") ? body : body + "\r\n";
        if (relaxed) {
            ended = ended.replaceAll("[ \t]+\r\n", "\r\n").replaceAll("[ \t]+", " ");
        }
        while (ended.endsWith("\r\n\r\n")) {
            ended = ended.substring(0, ended.length() - 2);
        }
        return ended.isEmpty() && !relaxed ? "\r\n" : relaxed && ended.equals("\r\n") ? "" : ended;
    }

    /** {@return the fields of these names, from the bottom, each name's next instance above its last one} */
    static String selected(List<String> fields, List<String> names, boolean relaxed) {
        List<String> left = new ArrayList<>(fields.reversed());
        StringBuilder selected = new StringBuilder();
        for (String name : names) {
            for (String field : left) {
                if (field.substring(0, field.indexOf(':')).strip().equalsIgnoreCase(name.strip())) {
                    selected.append(field(field, relaxed));
                    left.remove(field);
                    break;
                }
            }
        }
        return selected.toString();
    }
}
