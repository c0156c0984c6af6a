/**
 * Where each recipient goes: aliases and lists first, then routes, of which the first that matches counts, and the hosts that a domain
 * names in MX records where there is none. All look-ups are in memory, and cost the same however much there is.
 *
 * <p>May import {@code config}, {@code config.rule}, {@code mail}, {@code sentence}, {@code smtp.wire} and the JDK.
 */
package org.postern.routing;
