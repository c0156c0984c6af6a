package org.postern.web.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language of which there is every text. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"), GERMAN(Locale.GERMAN, "Deutsch");

    /** No browser writes more languages than fit in here. */
    private static final int LONGEST = 1000;

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** {@return its name in BCP 47, as {@code de}} */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** {@return what those who speak it call it} */
    public String ownName() {
        return ownName;
    }

    /** {@return the language of this tag} */
    public static Optional<Language> of(String tag) {
        return Stream.of(values()).filter(one -> one.tag().equals(tag)).findFirst();
    }

    /** {@return the one that an Accept-Language field likes best (RFC 9110, 12.5.4; RFC 4647, 3.4); English if it likes none} */
    static Language accepted(String field) {
        try {
            return Optional.of(field)
                    .filter(text -> text.length() <= LONGEST)
                    .map(Locale.LanguageRange::parse)
                    .map(ranges -> Locale.lookupTag(ranges, tags()))
                    .flatMap(Language::of)
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException malformed) {
            return ENGLISH;
        }
    }

    private static List<String> tags() {
        return Stream.of(values()).map(Language::tag).toList();
    }
}
