package org.postern.assessment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is done with a message because of all that was found about it. */
public enum Verdict {
    /** Nobody has judged it: it comes from somebody who has our confidence, or nothing was to be found. */
    NONE,
    /** It goes on as it is. */
    ACCEPT,
    /** It goes on, with a field on top that says what is held against it. */
    MARK,
    /** It is ours, and waits for a person. */
    QUARANTINE,
    /** It has waited, and a person lets it go on: nobody judges it again. */
    RELEASED,
    /** The client keeps it, and is to come again. */
    DEFER,
    /** The client keeps it. */
    REFUSE;

    /** {@return the word for it in properties, and in settings} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the verdict of this word} */
    public static Optional<Verdict> of(String word) {
        return Arrays.stream(values()).filter(verdict -> verdict.word().equals(word)).findFirst();
    }
}
