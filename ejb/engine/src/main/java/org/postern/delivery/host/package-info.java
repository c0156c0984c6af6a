/**
 * Where mail for a destination goes: the hosts that MX records or an operator name, their addresses, and in which order they are tried
 * (RFC 5321, 5.1). A host that is this gateway itself is found out here.
 *
 * <p>May import {@code config}, {@code config.rule}, {@code dns}, {@code mail}, {@code network}, {@code routing}, {@code sentence}, {@code smtp} and the
 * JDK.
 */
package org.postern.delivery.host;
