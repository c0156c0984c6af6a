package org.postern.sentence;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A sentence, or a part of one. {@code toString} says it in English.
 *
 * @param form which it is
 * @param values in it, in the order of their numbers: texts, numbers that are counted with, and sentences
 */
public record Sentence(Form form, List<Object> values) {
    private static final Pattern NUMBERED = Pattern.compile("\\{\\d}");
    private static final Form AS_IT_IS = form("", "{0}");
    private static final String DIGITS = "0123456789";
    /** How long a place is that has nothing but the number of a text. */
    private static final int PLACE = 3;
    private static final int MORE = 40;

    public Sentence {
        values = List.copyOf(values);
    }

    /**
     * Something that can be said.
     *
     * @param key by which other languages have it; the empty string for what is the same in all of them
     * @param english a pattern of {@link MessageFormat} where it takes values: only there an apostrophe is written twice
     */
    public record Form(String key, String english) {
        /** {@return this with values} */
        public Sentence with(Object... values) {
            return new Sentence(this, List.of(values));
        }

        /**
         * {@return this with the texts for values with which this text is it in English} Its places have no formats and stand in the order of their numbers; where
         * a text could be parted in more than one way, each value is as short as it can be, from the first one on.
         */
        public Optional<Sentence> heardIn(String said) {
            String[] words = NUMBERED.split(english, -1);
            List<Object> values = new ArrayList<>();
            int from = words[0].length();
            for (int i = 1; i < words.length; i++) {
                int to = i == words.length - 1 ? said.length() - words[i].length() : said.indexOf(words[i], from);
                if (to < from) {
                    return Optional.empty();
                }
                values.add(said.substring(from, to));
                from = to + words[i].length();
            }
            Sentence heard = new Sentence(this, values);
            return Optional.of(heard).filter(one -> one.toString().equals(said));
        }

        /** {@return what is thrown where this, with these values, is why something is refused} */
        public RefusedException refused(Object... values) {
            return new RefusedException(with(values));
        }
    }

    /** {@return a form; each has a key of its own} */
    public static Form form(String key, String english) {
        return new Form(key, english);
    }

    /** {@return what somebody else has said, which nobody translates} */
    public static Sentence asItIs(String text) {
        return AS_IT_IS.with(text);
    }

    /** {@return these one behind the other; at least one} */
    public static Sentence joined(String between, List<Sentence> parts) {
        Form pair = form("", "{0}" + between + "{1}");
        return parts.stream().reduce((one, next) -> pair.with(one, next)).orElseThrow();
    }

    /** {@return the same, each text in it as this has it} */
    public Sentence worded(UnaryOperator<String> words) {
        return new Sentence(form, values.stream().<Object>map(value -> switch (value) {
            case Sentence part -> part.worded(words);
            case String text -> words.apply(text);
            default -> value;
        }).toList());
    }

    /** {@return this, or the beginning of its English where that has more characters} */
    public Sentence within(int longest) {
        String english = toString();
        return english.length() <= longest ? this : asItIs(english.substring(0, longest));
    }

    /** {@return whether it is the same in each language, but for sentences in it} */
    public boolean isAsItIs() {
        return form.key().isEmpty();
    }

    @Override
    public String toString() {
        return values.isEmpty()
                ? form.english()
                : put().orElseGet(() -> new MessageFormat(form.english(), Locale.ENGLISH).format(said()));
    }

    /** {@return this, where it takes no more than to put texts into their places} {@link MessageFormat} says the same, but takes long, and mail is said much about. */
    private Optional<String> put() {
        String english = form.english();
        StringBuilder said = new StringBuilder(english.length() + MORE);
        int at = 0;
        while (at < english.length()) {
            char next = english.charAt(at);
            if (next == '{') {
                int number = english.startsWith("}", at + 2) ? DIGITS.indexOf(english.charAt(at + 1)) : -1;
                if (number < 0 || number >= values.size() || !isText(values.get(number))) {
                    return Optional.empty();
                }
                said.append(values.get(number));
                at += PLACE;
            } else if (next == '\'' && !english.startsWith("''", at)) {
                return Optional.empty();
            } else {
                said.append(next);
                at += next == '\'' ? 2 : 1;
            }
        }
        return Optional.of(said.toString());
    }

    private static boolean isText(Object value) {
        return value instanceof String || value instanceof Sentence;
    }

    private Object[] said() {
        return values.stream().map(value -> value instanceof Sentence part ? part.toString() : value).toArray();
    }
}
