package org.postern.auth.dkim;

import java.util.List;

/** What is known of the keys at a name. */
public sealed interface KeyAnswer {
    /** There are TXT records; what they say need not be a key. */
    record Published(List<KeyRecord> records) implements KeyAnswer {
        public Published {
            records = List.copyOf(records);
        }
    }

    /** There is none. */
    record Missing(String reason) implements KeyAnswer {}

    /** Nobody knows now. */
    record Unknown(String reason) implements KeyAnswer {}
}
