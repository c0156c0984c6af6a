package org.postern.delivery;

import org.postern.smtp.Reply;

import java.util.Optional;

/** Why it went as it went, and who says so. */
public sealed interface Diagnosis {
    /** {@return what was said: 2xx, 4xx or 5xx} */
    Reply reply();

    /** {@return the server it is about} */
    Optional<NextServer> peer();

    /** A server said it. */
    record Remote(NextServer server, Reply reply) implements Diagnosis {
        @Override
        public Optional<NextServer> peer() {
            return Optional.of(server);
        }
    }

    /** We say it: no server gave an answer, or there was none to ask. */
    record Local(Optional<NextServer> peer, Reply reply) implements Diagnosis {}
}
