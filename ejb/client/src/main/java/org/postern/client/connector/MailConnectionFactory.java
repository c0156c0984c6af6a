package org.postern.client.connector;

import jakarta.resource.ResourceException;

/** Gives connections to the gateway. It is at {@value #NAME} in JNDI as long as the gateway is deployed; for any number of threads. */
public interface MailConnectionFactory {
    /** The name in JNDI. */
    String NAME = "java:/postern/ConnectionFactory";

    /** {@return a connection, to be closed} */
    MailConnection getConnection() throws ResourceException;
}
