package org.postern.delivery.outcome;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.Obstacle;
import org.postern.delivery.tls.Protection;
import org.postern.sentence.Sentence;
import org.postern.smtp.Reply;

import java.util.Optional;

/** Why it went as it went, and who says so. */
public sealed interface Diagnosis {
    /** {@return what was said: 2xx, 4xx or 5xx} */
    Reply reply();

    /** {@return the text of the reply, for people} */
    default Sentence words() {
        return Sentence.asItIs(String.join(" ", reply().lines()));
    }

    /** {@return the reply as it is shown to people, with its code} */
    default Sentence shown() {
        return Sentence.asItIs(reply().toString());
    }

    /** {@return the server it is about} */
    Optional<NextServer> peer();

    /** {@return whether the reply is in our own words, because no server gave one} */
    default boolean isInOurWords() {
        return this instanceof Local || this instanceof Uncertain;
    }

    /** {@return what more the trace has to tell} */
    default Optional<String> remark() {
        return Optional.empty();
    }

    /**
     * A server said it.
     *
     * @param protection of the session; empty where none came about
     */
    record Remote(NextServer server, Reply reply, Optional<Protection> protection) implements Diagnosis {
        /** Said where no session came about. */
        public Remote(NextServer server, Reply reply) {
            this(server, reply, Optional.empty());
        }

        @Override
        public Optional<NextServer> peer() {
            return Optional.of(server);
        }

        @Override
        public Optional<String> remark() {
            return protection.map(Protection::toString);
        }
    }

    /**
     * A server took the message.
     *
     * @param reply a 2xx
     * @param facts of the session, for the trace
     * @param handover whether it reports what comes of it
     */
    record Taken(NextServer server, Reply reply, String facts, Handover handover) implements Diagnosis {
        @Override
        public Optional<NextServer> peer() {
            return Optional.of(server);
        }

        @Override
        public Optional<String> remark() {
            return Optional.of(facts);
        }
    }

    /** What is known of a message's way behind the server that took it (RFC 3461, 5.2). */
    enum Handover {
        /** The server offers DSN, was told the wishes of the sender, and reports. */
        REPORTS,
        /** The server does not offer DSN: nobody behind us reports on success. */
        SILENT,
        /** The server keeps the message for its recipients. */
        FINAL
    }

    /** We say it: no server gave an answer, or there was none to ask. */
    record Local(Optional<NextServer> peer, Obstacle why) implements Diagnosis {
        /** Said by what SMTP has a reply for. */
        public Local(Optional<NextServer> peer, Reply reply) {
            this(peer, Obstacle.of(reply));
        }

        @Override
        public Reply reply() {
            return why.reply();
        }

        @Override
        public Sentence words() {
            return why.words();
        }

        @Override
        public Sentence shown() {
            return why.shown();
        }
    }

    /**
     * Nobody says it: the server has been given the whole message, and its reply was lost (RFC 1047). It is tried again, and may
     * arrive twice.
     *
     * @param reply a 4xx in our own words
     */
    record Uncertain(NextServer server, Reply reply, Protection protection) implements Diagnosis {
        @Override
        public Optional<NextServer> peer() {
            return Optional.of(server);
        }

        @Override
        public Optional<String> remark() {
            return Optional.of("uncertain: the server may have the message; " + protection);
        }
    }
}
