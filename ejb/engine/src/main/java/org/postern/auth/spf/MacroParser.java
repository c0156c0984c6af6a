package org.postern.auth.spf;

import org.postern.auth.spf.MacroString.Literal;
import org.postern.auth.spf.MacroString.Macro;
import org.postern.auth.spf.MacroString.Part;
import org.postern.sentence.Sentence;

import java.util.ArrayList;
import java.util.List;

/** Reads texts with macros (RFC 7208, 7.1). Used once. */
final class MacroParser {
    static final Sentence.Form NO_NAME = Sentence.form("spfNoNameOfADomain", "''{0}'' is no name of a domain");
    private static final Sentence.Form FOR_EXPLANATIONS = Sentence.form("macroForExplanations",
            "''{0}'' has a macro that is for explanations alone");
    private static final Sentence CHARACTER = Sentence.form("spfCharacterNotAllowed",
            "it has a character that it may not have").with();
    private static final Sentence.Form PERCENT = Sentence.form("percentBeginsNoMacro",
            "''%'' begins no macro in ''{0}''");
    private static final Sentence.Form NO_SUCH = Sentence.form("noSuchMacro", "there is no such macro as in ''{0}''");
    private static final Sentence.Form NO_END = Sentence.form("macroHasNoEnd", "a macro has no end in ''{0}''");
    private static final Sentence.Form NO_PART = Sentence.form("macroKeepsNoPart", "a macro keeps no part in ''{0}''");
    private static final String LETTERS = "slodiphcrtv";
    private static final String LETTERS_OF_EXPLANATIONS = "crt";
    private static final String DELIMITERS = ".-+,/_=";
    private static final int MOST_PARTS = 255;

    private final String text;
    private final boolean spaces;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int next;
    /** Where the macro read last ends. */
    private int macroEnd;

    private MacroParser(String text, boolean spaces) {
        this.text = text;
        this.spaces = spaces;
    }

    /** {@return a macro-string: the value of a modifier that nobody knows} */
    static MacroString string(String text) throws Malformed {
        return new MacroParser(text, false).parse();
    }

    /** {@return an explain-string: it may have spaces} */
    static MacroString explanation(String text) throws Malformed {
        return new MacroParser(text, true).parse();
    }

    /** {@return a domain-spec: it ends in a macro or a top label, and has no letters that are for explanations} */
    static MacroString domain(String text) throws Malformed {
        MacroParser parser = new MacroParser(text, false);
        MacroString domain = parser.parse();
        boolean endsInMacro = !text.isEmpty() && parser.macroEnd == text.length();
        if (!endsInMacro && !Grammar.endsInTopLabel(text.substring(parser.macroEnd))) {
            throw new Malformed(NO_NAME.with(text));
        }
        if (domain.uses(LETTERS_OF_EXPLANATIONS)) {
            throw new Malformed(FOR_EXPLANATIONS.with(text));
        }
        return domain;
    }

    private MacroString parse() throws Malformed {
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c == '%') {
                percent();
            } else if ((c > ' ' && c <= '~') || (spaces && c == ' ')) {
                literal.append(c);
            } else {
                throw new Malformed(CHARACTER);
            }
        }
        endLiteral();
        return new MacroString(parts);
    }

    private void percent() throws Malformed {
        switch (take()) {
            case '%' -> literal.append('%');
            case '_' -> literal.append(' ');
            case '-' -> literal.append("%20");
            case '{' -> macro();
            default -> throw new Malformed(PERCENT.with(text));
        }
        macroEnd = next;
    }

    private void macro() throws Malformed {
        endLiteral();
        char written = take();
        char letter = Grammar.isAlpha(written) ? (char) (written | ' ') : written;
        if (LETTERS.indexOf(letter) < 0) {
            throw new Malformed(NO_SUCH.with(text));
        }
        int most = parts();
        char c = take();
        boolean reversed = c == 'r' || c == 'R';
        c = reversed ? take() : c;
        int start = next - 1;
        while (DELIMITERS.indexOf(c) >= 0) {
            c = take();
        }
        if (c != '}') {
            throw new Malformed(NO_END.with(text));
        }
        parts.add(new Macro(letter, letter != written, most, reversed, text.substring(start, next - 1)));
    }

    /** {@return how many parts are kept: as many as is said, but not none (7.3)} */
    private int parts() throws Malformed {
        int start = next;
        int most = 0;
        while (next < text.length() && Grammar.isDigit(text.charAt(next))) {
            most = Math.min(most * 10 + text.charAt(next++) - '0', MOST_PARTS);
        }
        if (next == start) {
            return MOST_PARTS;
        }
        if (most == 0) {
            throw new Malformed(NO_PART.with(text));
        }
        return most;
    }

    private char take() throws Malformed {
        if (next == text.length()) {
            throw new Malformed(NO_END.with(text));
        }
        return text.charAt(next++);
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
