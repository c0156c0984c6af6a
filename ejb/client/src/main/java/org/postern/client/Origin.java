package org.postern.client;

import jakarta.jms.JMSException;

import java.util.Optional;

/**
 * Who handed mail in by SMTP, as the gateway itself has seen it. What did not come that way, or waited in quarantine, has none of it.
 *
 * @param clientAddress the address of the client, such as {@code 192.0.2.1} or {@code 2001:db8:0:0:0:0:0:1}
 * @param clientName its name in the DNS, if that leads back to the address
 * @param helo what it called itself
 * @param tls protocol and cipher suite, such as {@code TLSv1.3 TLS_AES_256_GCM_SHA384}
 * @param user who it has proved to be
 * @param listener the name of the listener that it came to
 */
public record Origin(Optional<String> clientAddress, Optional<String> clientName, Optional<String> helo,
        Optional<String> tls, Optional<String> user, Optional<String> listener) {
    static Origin of(MessageProperties properties) throws JMSException {
        return new Origin(properties.text(PropertyNames.CLIENT_ADDRESS), properties.text(PropertyNames.CLIENT_NAME),
                properties.text(PropertyNames.HELO), properties.text(PropertyNames.TLS),
                properties.text(PropertyNames.USER), properties.text(PropertyNames.LISTENER));
    }
}
