/**
 * The network of the sending side: the resolver (dnsjava) and sockets, as adapters of the engine's ports.
 */
package org.postern.net;
