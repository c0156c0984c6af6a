/**
 * The resolver (dnsjava), as adapter of the ports of {@code org.postern.dns}, validating where DNSSEC is asked for (RFC 4033).
 *
 * <p>May import {@code config}, {@code dns}, {@code limit}, {@code mail}, {@code net}, {@code org.xbill} and the JDK.
 */
package org.postern.net.dns;
