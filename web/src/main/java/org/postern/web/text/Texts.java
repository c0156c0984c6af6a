package org.postern.web.text;

import jakarta.servlet.http.HttpServletRequest;

import org.postern.sentence.Sentence;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every text in one language. Pages write {@code #{text.audit.person}} for the text {@code person} of the file {@code audit}, and
 * {@code #{text.of(text.audit.ofX, value)}} for one with values. Nothing that it returns is escaped.
 */
public final class Texts {
    static final ScopedValue<Texts> CURRENT = ScopedValue.newInstance();
    private static final String FOLDER = Texts.class.getPackageName() + ".";
    /** The server's own language is nobody's. */
    private static final Control FILES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private static final Map<Language, Texts> ALL = new EnumMap<>(
            Stream.of(Language.values()).collect(Collectors.toMap(Function.identity(), Texts::new)));

    private final Language language;
    private final Map<String, ResourceBundle> files = new ConcurrentHashMap<>();

    private Texts(Language language) {
        this.language = language;
    }

    public static Texts in(Language language) {
        return ALL.get(language);
    }

    /** {@return the texts in the language of whoever asks} */
    public static Texts of(HttpServletRequest request) {
        return in(LanguageChoice.of(request));
    }

    /** {@return the texts in the language of the page that is being made; in English where none is} */
    public static Texts current() {
        return CURRENT.orElse(in(Language.ENGLISH));
    }

    public Language language() {
        return language;
    }

    public Locale locale() {
        return language.locale();
    }

    /**
     * {@return the texts of a file, which is named by a page or a class and by nobody who asks}
     *
     * @throws java.util.MissingResourceException if there is none of this name
     */
    public ResourceBundle file(String name) {
        return files.computeIfAbsent(name,
                one -> ResourceBundle.getBundle(FOLDER + one, locale(), Texts.class.getClassLoader(), FILES));
    }

    /**
     * {@return a text, with these values}
     *
     * @param key file and key in it, as {@code audit.person}
     * @throws java.util.MissingResourceException if there is none
     */
    public String say(String key, Object... values) {
        int dot = key.indexOf('.');
        String text = file(key.substring(0, dot)).getString(key.substring(dot + 1));
        return values.length == 0 ? text : of(text, values);
    }

    /**
     * {@return what is said in English elsewhere: a file has it for other languages alone, under the first of these keys that it knows; if it knows none, it
     * stays English}
     */
    public String translated(String file, String english, String... keys) {
        if (language == Language.ENGLISH) {
            return english;
        }
        ResourceBundle texts = file(file);
        return Stream.of(keys).filter(texts::containsKey).findFirst().map(texts::getString).orElse(english);
    }

    /** {@return the same of words that are their own key} */
    public String translated(String file, String english) {
        return translated(file, english, english);
    }

    /** {@return what a constant is called} Its text stands in the file {@code words}, as {@code KeyState.ACTIVE}. */
    public String word(Enum<?> constant) {
        String type = constant.getDeclaringClass().getName().replace('$', '.');
        String name = type.substring(constant.getDeclaringClass().getPackageName().length() + 1);
        return file("words").getString(name + "." + constant.name());
    }

    /** {@return a pattern with these values, numbers as this language writes them; null is nothing} */
    public String of(String pattern, Object... values) {
        Object[] given = Stream.of(values).map(value -> Objects.requireNonNullElse(value, "")).toArray();
        return new MessageFormat(pattern, locale()).format(given);
    }

    /** {@return a sentence of a service in this language; what was said by others as they said it} */
    public String said(Sentence sentence) {
        Object[] values = sentence.values()
                .stream()
                .map(value -> value instanceof Sentence part ? said(part) : value)
                .toArray();
        return sentence.isAsItIs()
                ? of(sentence.form().english(), values)
                : say("sentences." + sentence.form().key(), values);
    }

    /** {@return a text in pieces, of which each second one stood between backticks: it is typed as it is} */
    public List<String> pieces(String text) {
        return List.of(text.split("`", -1));
    }
}
