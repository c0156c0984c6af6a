/**
 * The resolver (dnsjava), as adapter of the ports of {@code org.postern.dns}, validating where DNSSEC is asked for (RFC 4033).
 */
package org.postern.net.dns;
