package org.postern.dns;

import java.util.List;

/** What the DNS says, and whether it may be believed. */
public sealed interface SecureAnswer<T> {
    /**
     * Signed by everybody from the root on.
     *
     * @param records none where it is proved that there are none
     */
    record Secure<T>(List<T> records) implements SecureAnswer<T> {
        public Secure {
            records = List.copyOf(records);
        }
    }

    /** It is proved that nobody signs here. */
    record Insecure<T>() implements SecureAnswer<T> {}

    /**
     * Nobody knows: the signatures do not fit (bogus), or there is no answer.
     *
     * @param reason in a few words, for log and trace
     */
    record Unsure<T>(String reason) implements SecureAnswer<T> {}
}
