package org.postern.config.file;

import org.tomlj.TomlPosition;

import java.util.Optional;

/** Looks how deep lists and tables lie in each other, before a parser does that goes down with them. */
final class Nesting {
    /** The deepest that is read. */
    static final int DEEPEST = 16;

    private final String text;
    private int at;
    private int depth;

    private Nesting(String text) {
        this.text = text;
    }

    /** {@return where it becomes too deep; empty if it does nowhere} */
    static Optional<TomlPosition> tooDeep(String text) {
        return new Nesting(text).look();
    }

    private Optional<TomlPosition> look() {
        for (at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '[', '{' -> depth++;
                case ']', '}' -> depth = Math.max(0, depth - 1);
                case '#' -> at = end("\n", at);
                case '"', '\'' -> at = string(text.substring(at, at + 1));
                default -> {
                    // says nothing about it
                }
            }
            if (depth > DEEPEST) {
                return Optional.of(position());
            }
        }
        return Optional.empty();
    }

    /** {@return the place of the last character of the string that begins here; a string of one line ends with the line at the latest} */
    private int string(String quote) {
        String three = quote.repeat(3);
        boolean isLong = text.startsWith(three, at);
        String end = isLong ? three : quote;
        int i = at + end.length();
        while (i < text.length() && !text.startsWith(end, i) && (isLong || text.charAt(i) != '\n')) {
            i += text.charAt(i) == '\\' && quote.equals("\"") && !text.startsWith("\n", i + 1) ? 2 : 1;
        }
        int last = i + end.length() - 1;
        while (isLong && text.startsWith(quote, last + 1)) {
            last++; // one or two of them may stand right before the end
        }
        return last;
    }

    private int end(String what, int from) {
        int found = text.indexOf(what, from);
        return found < 0 ? text.length() : found;
    }

    private TomlPosition position() {
        String before = text.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return TomlPosition.positionAt(line, at - before.lastIndexOf('\n'));
    }
}
