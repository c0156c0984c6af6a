package org.postern.smtp.client;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Who we are for one server (RFC 4954). It is said inside TLS alone. */
public interface Login {
    /**
     * {@return an exchange by the mechanism liked best; empty if none of those offered is known}
     *
     * @param offered names of SASL mechanisms, in upper case
     * @throws IOException when what proves us cannot be had now
     */
    Optional<Exchange> choose(Set<String> offered) throws IOException;

    /** Forgets what was kept and is refused now; {@return whether it is worth to begin anew without it}. */
    default boolean renew() {
        return false;
    }

    /** One authentication by one mechanism (RFC 4422). Used once. */
    interface Exchange {
        /** {@return the name of the mechanism} */
        String mechanism();

        /** {@return what is sent along with the command; empty where the server begins} */
        Optional<byte[]> initialResponse() throws IOException;

        /** {@return whether it reads what challenges say; one that does not takes any, base64 or not} */
        default boolean readsChallenges() {
            return true;
        }

        /** {@return the answer to a challenge} Throws when the server does not prove what it has to. */
        byte[] respond(byte[] challenge) throws IOException;

        /** {@return whether nothing is left to be said, by the server either} */
        boolean isComplete();
    }
}
