/**
 * Sending by Jakarta Connectors, in the gateway's server: what an application there asks for a connection. It uses the gateway's own copy of these classes.
 *
 * <p>May import {@code client}, {@code jakarta.resource} and the JDK.
 */
package org.postern.client.connector;
