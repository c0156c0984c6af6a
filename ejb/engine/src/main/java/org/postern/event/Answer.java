package org.postern.event;

import org.postern.mail.QueueId;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * That mail answers a submission whose application has asked for replies. Travels with the mail until the application has it.
 *
 * @param kind what it is
 * @param question the name of the submission
 * @param correlation what the application knows the submission by; empty where it has no name
 */
public record Answer(Kind kind, QueueId question, Optional<String> correlation) {
    /** What an answer is. */
    public enum Kind {
        /** Somebody has written it. */
        REPLY,
        /** A program has: a notice of absence, a receipt, a ticket (RFC 3834). */
        AUTOMATIC,
        /** A server tells what became of the submission (RFC 3464). */
        BOUNCE;

        /** {@return the word for it in the contract} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@return this as letters, digits, hyphens and low lines} */
    public String text() {
        String all = kind.word() + " " + question + " " + correlation.orElse("");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the answer of which this is the text; empty for a text that is none} */
    public static Optional<Answer> parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 3);
            if (parts.length < 3) {
                return Optional.empty();
            }
            QueueId question = new QueueId(parts[1]);
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.word().equals(parts[0]))
                    .findFirst()
                    .map(kind -> new Answer(kind, question, Optional.of(parts[2]).filter(name -> !name.isEmpty())));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
