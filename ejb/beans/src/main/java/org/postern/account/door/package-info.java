/**
 * The port where applications come in by TLS: handshakes with the certificates that clients of mail see, and a look at the first octets, before the broker is given
 * a connection. Knows no broker: whoever opens a door says where connections go.
 *
 * <p>May import {@code ra.tls}, {@code io.netty}, {@code javax.net} and the JDK.
 */
package org.postern.account.door;
