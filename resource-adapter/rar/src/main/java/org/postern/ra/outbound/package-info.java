/**
 * The outbound side of the resource adapter (Jakarta Connectors 2.1): connections by which applications in the same server hand mail in. What is
 * handed in goes over the server's own connections to the broker, which join transactions; these here are none of a transaction's resources.
 *
 * <p>May import {@code client}, {@code client.connector}, {@code jakarta.jms}, {@code jakarta.resource}, {@code javax.naming}, {@code javax.security},
 * {@code javax.transaction.xa} and the JDK.
 */
package org.postern.ra.outbound;
