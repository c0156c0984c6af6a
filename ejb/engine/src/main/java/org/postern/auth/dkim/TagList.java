package org.postern.auth.dkim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A list of {@code tag=value} (RFC 6376, 3.2), of a signature or of a key record. Names and values are told apart by case; white space inside
 * a value is kept. Has at most {@value #MOST_TAGS} tags, each once.
 */
public final class TagList {
    /** The longest list that is read, in characters. */
    public static final int LONGEST = 64 * 1024;
    static final int MOST_TAGS = 100;

    private final Map<String, String> tags = new LinkedHashMap<>();

    private TagList() {}

    /**
     * {@return the tags of this text}
     *
     * @throws Unacceptable when it breaks the grammar: the whole list counts for nothing then
     */
    public static TagList of(String text) throws Unacceptable {
        if (text.length() > LONGEST) {
            throw Unacceptable.broken("longer than " + LONGEST + " characters");
        }
        TagList list = new TagList();
        int start = 0;
        while (start < text.length()) {
            int semicolon = text.indexOf(';', start);
            int end = semicolon < 0 ? text.length() : semicolon;
            String tag = trim(text, start, end);
            boolean afterTheLast = semicolon < 0 && !list.tags.isEmpty();
            if (!tag.isEmpty() || !afterTheLast) {
                list.add(tag);
            }
            start = end + 1;
        }
        if (list.tags.isEmpty()) {
            throw Unacceptable.broken("no tags");
        }
        return list;
    }

    private void add(String tag) throws Unacceptable {
        int equals = tag.indexOf('=');
        String name = equals < 0 ? "" : trim(tag, 0, equals);
        if (!isName(name)) {
            throw Unacceptable.broken("a tag without a name");
        }
        String value = trim(tag, equals + 1, tag.length());
        if (value.chars().anyMatch(c -> (c < ' ' && !isWhite((char) c)) || c == 127)) {
            throw Unacceptable.broken("a control character in " + name + "=");
        }
        if (tags.put(name, value) != null) {
            throw Unacceptable.broken(name + "= twice");
        }
        if (tags.size() > MOST_TAGS) {
            throw Unacceptable.broken("more than " + MOST_TAGS + " tags");
        }
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= 64 && isLetter(name.charAt(0))
                && name.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '_');
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isWhite(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    static String trim(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isWhite(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhite(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** {@return the value of this tag, without white space at its ends; may be empty text} */
    public Optional<String> value(String name) {
        return Optional.ofNullable(tags.get(name));
    }

    /**
     * {@return the value of a tag that must be there and say something}
     *
     * @throws Unacceptable when it does not
     */
    public String needed(String name) throws Unacceptable {
        String value = tags.get(name);
        if (value == null || value.isEmpty()) {
            throw Unacceptable.broken(value == null ? "no " + name + "=" : "nothing in " + name + "=");
        }
        return value;
    }

    /** {@return the name of the tag that stands first} */
    public String first() {
        return tags.keySet().iterator().next();
    }
}
