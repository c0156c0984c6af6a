package org.postern.auth;

import java.util.Optional;

/**
 * Who a field says has written it (RFC 8601, 2.2: what stands before the first semicolon). Understands comments, folding, quoted strings and
 * a version; says so when it does not understand, rather than guess what somebody else would read.
 */
final class AuthservId {
    private static final int DEEPEST = 20;
    private static final String NO_TOKEN = "()<>@,;:\\\"/[]?=";
    private static final char END = '\0';
    private static final char UNREADABLE = '\uFFFD';

    private final String text;
    private int at;

    private AuthservId(String text) {
        this.text = text;
    }

    /** {@return what stands there, quoting undone; empty if it cannot be read} */
    static Optional<String> read(String body) {
        return new AuthservId(body).read();
    }

    private Optional<String> read() {
        if (!skip()) {
            return Optional.empty();
        }
        Optional<String> id = peek() == '"' ? quoted() : token();
        int behind = at;
        boolean read = id.isPresent() && skip();
        if (read && at > behind && digit(peek())) {
            while (digit(peek())) {
                at++;
            }
            read = skip();
        }
        return read && (at == text.length() || peek() == ';') ? id : Optional.empty();
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Skips comments and folding (RFC 5322, 3.2.2). {@return whether they were well formed} */
    private boolean skip() {
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case ' ', '\t' -> at++;
                case '\r' -> {
                    if (!foldsAt(at)) {
                        return atLastLineEnd();
                    }
                    at += 2;
                }
                case '(' -> {
                    if (!comment()) {
                        return false;
                    }
                }
                default -> {
                    return true;
                }
            }
        }
        return true;
    }

    private boolean foldsAt(int index) {
        return text.startsWith("\r\n ", index) || text.startsWith("\r\n\t", index);
    }

    private boolean atLastLineEnd() {
        boolean last = at + 2 == text.length() && text.endsWith("\r\n");
        at = last ? text.length() : at;
        return last;
    }

    private boolean comment() {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (isControl(c)) {
                return false;
            }
            at++;
            if (depth == 0) {
                return true;
            }
            if (depth > DEEPEST) {
                return false;
            }
        }
        return false;
    }

    /** Whether this is a control character that neither folds nor is a tab. */
    private boolean isControl(char c) {
        boolean folding = c == '\t' || (c == '\r' && foldsAt(at)) || (c == '\n' && at > 0 && foldsAt(at - 1));
        return (Character.isISOControl(c) && !folding) || c == UNREADABLE;
    }

    private Optional<String> quoted() {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return Optional.of(value.toString());
            }
            if (c == '\\') {
                at++;
            }
            char meant = peek();
            if (at == text.length() || isControl(meant)) {
                return Optional.empty();
            }
            if (meant != '\r' && meant != '\n') {
                value.append(meant);
            }
        }
        return Optional.empty();
    }

    private Optional<String> token() {
        int start = at;
        while (peek() > ' ' && NO_TOKEN.indexOf(peek()) < 0 && !isControl(peek())) {
            at++;
        }
        return at > start ? Optional.of(text.substring(start, at)) : Optional.empty();
    }
}
