/**
 * Where each recipient goes: an application queue, a named host, or the hosts its domain names in MX records. First match wins.
 *
 * <p>May import {@code org.postern.mail}, {@code org.postern.config} and the JDK.
 */
package org.postern.routing;
