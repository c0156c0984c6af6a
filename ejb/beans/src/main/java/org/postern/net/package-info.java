/**
 * The network of the sending side: the resolver (dnsjava) and sockets, as adapters of the engine's ports.
 *
 * <p>May import the engine, {@code org.postern.mail}, {@code org.postern.smtp.client}, dnsjava and the JDK.
 */
package org.postern.net;
