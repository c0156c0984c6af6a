package org.postern.trust.rule;

import org.postern.config.rule.MailRule;

/**
 * A rule that counts.
 *
 * @param key names it for its hits: the number of a rule of the database, or {@code file:} and the name of one of the file
 */
public record LiveRule(String key, MailRule rule) {
    private static final String FILE = "file:";

    /** {@return one of the file} */
    public static LiveRule ofFile(MailRule rule) {
        return new LiveRule(FILE + rule.name(), rule);
    }

    /** {@return one of the database} */
    public static LiveRule stored(long id, MailRule rule) {
        return new LiveRule(Long.toString(id), rule);
    }

    public boolean isOfFile() {
        return key.startsWith(FILE);
    }
}
