package org.postern.admin.settings;

import org.postern.sentence.Sentence;
import java.time.Instant;

/**
 * What a shorter time of keeping deletes, which a longer one would not.
 *
 * @param count how many things
 * @param more whether there are more than that, which nobody has counted
 * @param from when they begin to be deleted; until then the setting can be put back, and nothing is
 */
public record Loss(String key, long count, boolean more, Instant from) {
    private static final Sentence.Form SO_MANY = Sentence.form("lossX",
            "{0}: of what is kept now {1,number,#} would be deleted, from {2} on.");
    private static final Sentence.Form MORE = Sentence.form("lossOfMoreThanX",
            "{0}: of what is kept now more than {1,number,#} would be deleted, from {2} on.");

    /** {@return in a sentence} */
    public Sentence words() {
        return (more ? MORE : SO_MANY).with(key, count, from.toString());
    }
}
