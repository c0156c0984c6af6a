package org.postern.content;

import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A field body of a value and parameters (RFC 2045, 5.1), the parameters as RFC 2231 has them, and as those write them who do not know it. */
final class Parameters {
    static final Parameters NONE = new Parameters("", List.of());
    /** The most parameters that are looked at, sections of one counted each. */
    private static final int MOST = 100;

    private final String value;
    private final List<NameValuePair> pairs;

    private Parameters(String value, List<NameValuePair> pairs) {
        this.value = value;
        this.pairs = pairs;
    }

    static Parameters of(RawField field) {
        RawBody body = RawFieldParser.DEFAULT.parseRawBody(field);
        return new Parameters(body.getValue(), body.getParams().stream().limit(MOST).toList());
    }

    String value() {
        return value;
    }

    /** {@return the parameter of this name, decoded: the one with a charset if there is one, else that in sections, else the plain one} */
    Optional<String> get(String name) {
        return extended(name).or(() -> sections(name)).or(() -> plain(name));
    }

    private Optional<String> raw(String name) {
        return pairs.stream()
                .filter(pair -> pair.getValue() != null && pair.getName().equalsIgnoreCase(name))
                .map(NameValuePair::getValue)
                .findFirst();
    }

    /** Encoded words have no place there, and are common all the same. */
    private Optional<String> plain(String name) {
        return raw(name).map(EncodedWords::decode);
    }

    private Optional<String> extended(String name) {
        return raw(name + "*").map(text -> decoded(List.of(new Section(text, true))));
    }

    private record Section(String text, boolean encoded) {}

    /** RFC 2231, 3: {@code name*0}, {@code name*1*} and so on, in any order; a gap ends them. */
    private Optional<String> sections(String name) {
        String start = name.toLowerCase(Locale.ROOT) + "*";
        SortedMap<Integer, Section> found = new TreeMap<>();
        for (NameValuePair pair : pairs) {
            String named = pair.getName().toLowerCase(Locale.ROOT);
            if (pair.getValue() != null && named.startsWith(start)) {
                boolean encoded = named.endsWith("*");
                String number = named.substring(start.length(),
                        Math.max(named.length() - (encoded ? 1 : 0), start.length()));
                if (number.matches("\\d{1,3}")) {
                    found.putIfAbsent(Integer.parseInt(number), new Section(pair.getValue(), encoded));
                }
            }
        }
        List<Section> inOrder = new ArrayList<>();
        while (found.containsKey(inOrder.size())) {
            inOrder.add(found.get(inOrder.size()));
        }
        return inOrder.isEmpty() ? Optional.empty() : Optional.of(decoded(inOrder));
    }

    private static String decoded(List<Section> sections) {
        String charset = "";
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < sections.size(); i++) {
            String text = sections.get(i).text;
            if (i == 0 && sections.getFirst().encoded) {
                int language = text.indexOf('\'');
                int start = text.indexOf('\'', language + 1);
                if (language >= 0 && start >= 0) {
                    charset = text.substring(0, language);
                    text = text.substring(start + 1);
                }
            }
            unescape(text, sections.get(i).encoded, octets);
        }
        return charset.isEmpty()
                ? EncodedWords.decode(octets.toString(StandardCharsets.UTF_8))
                : octets.toString(Charsets.named(charset));
    }

    private static void unescape(String text, boolean encoded, ByteArrayOutputStream octets) {
        byte[] written = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < written.length; i++) {
            if (encoded && written[i] == '%' && i + 2 < written.length) {
                int high = Character.digit(written[i + 1], 16);
                int low = Character.digit(written[i + 2], 16);
                if (high >= 0 && low >= 0) {
                    octets.write((high << 4) | low);
                    i += 2;
                    continue;
                }
            }
            octets.write(written[i]);
        }
    }
}
