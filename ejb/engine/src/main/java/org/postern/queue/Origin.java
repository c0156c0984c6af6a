package org.postern.queue;

import java.util.Optional;

/**
 * Who handed in a message by SMTP, as the gateway itself has seen it. Applications are told; nothing is decided by it any more.
 *
 * @param client the address of the client
 * @param clientName its name in the DNS, if that leads back to the address
 * @param helo what the client called itself
 * @param tls protocol and cipher suite, such as {@code TLSv1.3 TLS_AES_256_GCM_SHA384}
 * @param user who it has proved to be
 * @param listener the name of the listener that it came to
 */
public record Origin(Optional<String> client, Optional<String> clientName, Optional<String> helo, Optional<String> tls,
        Optional<String> user, Optional<String> listener) {
    /** Nothing is known, as of all that did not come by SMTP. */
    public static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty());

    /** {@return the same, come to this listener} */
    public Origin by(Optional<String> name) {
        return new Origin(client, clientName, helo, tls, user, name);
    }
}
