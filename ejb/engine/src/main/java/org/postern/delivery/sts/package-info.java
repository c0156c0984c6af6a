/**
 * MTA-STS (RFC 8461): the policies that domains publish by HTTPS, read strictly, remembered for as long as they say, and what they
 * demand of sessions.
 *
 * <p>May import {@code org.postern.delivery}, {@code org.postern.dns}, {@code org.postern.routing} and {@code org.postern.smtp}.
 */
package org.postern.delivery.sts;
