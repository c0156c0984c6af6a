package org.postern.web.content;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name under which a file of a stranger is saved. It names no folder, no device and no hidden file, and shows itself as what it is: nothing in it is
 * invisible or turns the direction of reading.
 */
final class FileName {
    private static final int LONGEST = 120;
    private static final int LONGEST_ENDING = 20;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\uFFFD]");
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[<>:\"|?*%~]");
    private static final Pattern AT_AN_END = Pattern.compile("^[.\\s]+|[.\\s]+$");
    private static final Pattern DEVICE = Pattern.compile("(?i)(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?");
    private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._-]");

    private FileName() {}

    /** {@return a harmless name like the one given} */
    static String of(String given, String otherwise) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String visible = INVISIBLE.matcher(last).replaceAll("");
        String name = AT_AN_END.matcher(cut(NOT_IN_NAMES.matcher(visible).replaceAll("_"))).replaceAll("");
        if (name.isEmpty()) {
            return otherwise;
        }
        return DEVICE.matcher(name).matches() ? "_" + name : name;
    }

    /** Shortens the middle, as what stands behind the dot tells what it is. */
    private static String cut(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > LONGEST_ENDING ? "" : name.substring(dot);
        int end = LONGEST - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }

    /** {@return the field body that has it saved by this name (RFC 6266, 4; RFC 8187)} */
    static String disposition(String name) {
        StringBuilder plain = new StringBuilder();
        StringBuilder extended = new StringBuilder();
        name.codePoints().forEach(c -> {
            String one = Character.toString(c);
            boolean unreserved = UNRESERVED.matcher(one).matches();
            plain.append(unreserved ? one : "_");
            if (unreserved) {
                extended.append(one);
            } else {
                for (byte octet : one.getBytes(StandardCharsets.UTF_8)) {
                    extended.append(String.format(Locale.ROOT, "%%%02X", octet));
                }
            }
        });
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + extended;
    }
}
