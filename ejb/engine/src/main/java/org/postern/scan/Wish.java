package org.postern.scan;

import org.postern.smtp.Reply;

import java.util.Optional;

/** What a scanner would have done with a message. Whether it is done is for a policy. */
public sealed interface Wish {
    /**
     * The client keeps it for good.
     *
     * @param reply 5xx, in the scanner's words
     */
    record Reject(Optional<Reply> reply) implements Wish {
        public Reject {
            if (reply.isPresent() && !reply.get().isPermanent()) {
                throw new IllegalArgumentException("a rejection is permanent: " + reply.get());
            }
        }
    }

    /**
     * The client is to come again.
     *
     * @param reply 4xx, in the scanner's words
     */
    record Defer(Optional<Reply> reply) implements Wish {
        public Defer {
            if (reply.isPresent() && !reply.get().isTransient()) {
                throw new IllegalArgumentException("to defer is temporary: " + reply.get());
            }
        }
    }

    /** It is suspicious enough that a client nobody knows should have to come a second time. Does not end by itself, so it is no {@link Defer}. */
    record Greylist() implements Wish {}

    /** It goes on, marked as suspicious. */
    record Mark() implements Wish {}

    /**
     * It waits for a person.
     *
     * @param reason in the scanner's words, at most {@value Finding#LONGEST_EVIDENCE} characters
     */
    record Quarantine(String reason) implements Wish {
        public Quarantine {
            reason = Finding.printable(reason, Finding.LONGEST_EVIDENCE);
        }
    }

    /** It is taken, and nobody gets it. */
    record Discard() implements Wish {}

    /**
     * It gets a field more, on top.
     *
     * @param name of the field (RFC 5322, 3.6.8), at most {@value #LONGEST_NAME} characters
     * @param value what follows the colon and one space: no control character but tabs and CRLF that are each followed by a space or a tab,
     *        at most {@value #LONGEST_VALUE} characters; may hold characters beyond ASCII (RFC 6532)
     */
    record AddField(String name, String value) implements Wish {
        public static final int LONGEST_NAME = 76;
        public static final int LONGEST_VALUE = 8000;

        public AddField {
            if (name.isEmpty() || name.length() > LONGEST_NAME
                    || !name.chars().allMatch(c -> c > ' ' && c < 127 && c != ':')
                    || value.length() > LONGEST_VALUE || !isFolded(value)) {
                throw new IllegalArgumentException("not a header field");
            }
        }

        private static boolean isFolded(String value) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '\r' && value.startsWith("\r\n", i) && isWhite(value, i + 2)) {
                    i++;
                } else if ((Character.isISOControl(c) && c != '\t')
                        || (Character.isSurrogate(c) && isAlone(value, i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isWhite(String value, int at) {
            return at < value.length() && (value.charAt(at) == ' ' || value.charAt(at) == '\t');
        }

        private static boolean isAlone(String value, int at) {
            return Character.isHighSurrogate(value.charAt(at))
                    ? at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1))
                    : at == 0 || !Character.isHighSurrogate(value.charAt(at - 1));
        }

        /** {@return whether it needs SMTPUTF8 at the next server} */
        public boolean isInternational() {
            return value.chars().anyMatch(c -> c > 126);
        }

        /** {@return the whole field, with its line end} */
        @Override
        public String toString() {
            return name + ": " + value + "\r\n";
        }
    }
}
