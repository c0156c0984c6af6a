package org.postern.admin.settings;

import org.postern.config.Origin;
import org.postern.sentence.Sentence;

/**
 * A setting as people see it.
 *
 * @param room what it belongs to, in English
 * @param value in force on this node, as it is written; of a secret whether it is set
 * @param source what has set it
 * @param place where that is, for people; empty for a default
 * @param type what a value is, in English
 * @param limits of a value; {@link org.postern.config.SettingType#UNLIMITED} if there are none
 * @param meaning in English
 * @param secret whether nobody may see the value
 * @param live whether it counts as soon as it is changed; if not, from the next start on
 */
public record SettingView(String room, String key, Sentence value, Origin.Source source, String place, String byDefault,
        String type, Sentence limits, String meaning, boolean secret, boolean live) {
    /** {@return whether it can be changed in the console: it is live, and nothing that counts more sets it} */
    public boolean open() {
        return live && (source == Origin.Source.DEFAULT || source == Origin.Source.DATABASE);
    }

    /** {@return whether somebody has set it} */
    public boolean set() {
        return source != Origin.Source.DEFAULT;
    }
}
