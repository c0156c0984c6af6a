package org.postern.config.rule;

import org.postern.mail.ReversePath;

/** Which reverse-paths a route is for. */
public sealed interface SenderPattern {
    /** The null reverse-path, that of reports. Text form {@code <>}. */
    record NoSender() implements SenderPattern {
        @Override
        public String toString() {
            return ReversePath.NULL.toString();
        }
    }

    /** Senders such as a pattern for recipients names them. */
    record Sender(RecipientPattern pattern) implements SenderPattern {
        @Override
        public String toString() {
            return RecipientPattern.text(pattern);
        }
    }

    /** {@return whether this reverse-path is among them} */
    default boolean matches(ReversePath path) {
        return switch (this) {
            case NoSender() -> path.isNull();
            case Sender(RecipientPattern pattern) -> path.mailbox().filter(pattern::matches).isPresent();
        };
    }

    /**
     * {@return the pattern with this text form}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static SenderPattern parse(String text) {
        return text.equals("<>") ? new NoSender() : new Sender(RecipientPattern.parse(text));
    }
}
