/**
 * Servers of others as next hops, as they lie on many machines: started by the tests in folders of their own, on ports of their own; the
 * system's services are neither used nor touched. May import the harness and nothing of the gateway.
 */
package org.postern.it.interop;
