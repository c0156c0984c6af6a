package org.postern.config;

import org.postern.config.rule.Wrong;
import org.postern.sentence.Sentence;

import java.util.function.Function;

/**
 * What values a setting takes.
 *
 * @param name of the type, with the unit, as the documentation shows it
 * @param limits smallest and largest value, or the words allowed; {@link #UNLIMITED} if there are none
 * @param parser from text form to value; throws IllegalArgumentException saying what is wrong
 */
public record SettingType<T>(String name, Sentence limits, Function<String, T> parser) {
    /** What is said of limits where there are none: nothing. */
    public static final Sentence UNLIMITED = Sentence.asItIs("");
    /** The longest text form of a value. */
    public static final int MAX_LENGTH = 65_536;

    /**
     * {@return the value with this text form}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public T parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw Wrong.LONGER_THAN.refused(MAX_LENGTH);
        }
        return parser.apply(text.strip());
    }
}
