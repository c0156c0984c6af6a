/**
 * MTA-STS (RFC 8461): the policies that domains publish by HTTPS, read strictly, remembered for as long as they say, and what they demand
 * of sessions.
 *
 * <p>May import {@code config}, {@code delivery}, {@code delivery.host}, {@code delivery.tls}, {@code dns}, {@code limit}, {@code mail}, {@code routing},
 * {@code sentence} and the JDK.
 */
package org.postern.delivery.sts;
