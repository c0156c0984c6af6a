package org.postern.receiver;

import org.postern.smtp.Reply;

/** What follows from a response in an authentication. */
public sealed interface SaslStep {
    /** The client shall answer this. */
    final class Challenge implements SaslStep {
        private final byte[] octets;

        public Challenge(byte[] octets) {
            this.octets = octets.clone();
        }

        /** {@return the challenge, without base64} */
        public byte[] octets() {
            return octets.clone();
        }
    }

    /** The client is who it says. */
    record Authenticated(Identity identity) implements SaslStep {}

    /** It is not, or that cannot be told now. */
    record Refused(Reply reply) implements SaslStep {}
}
