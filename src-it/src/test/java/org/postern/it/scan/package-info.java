/**
 * Scanners of others, as Debian has them, asked by the adapters themselves without a gateway around: started by the tests in folders of their
 * own, on ports of their own; the system's services are neither used nor touched.
 */
package org.postern.it.scan;
