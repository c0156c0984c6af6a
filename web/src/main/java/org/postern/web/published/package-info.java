/**
 * What the gateway publishes to the whole world by HTTP: read without a login, and by the name of the host that is asked for.
 *
 * <p>May import {@code delivery.sts}, {@code jakarta.inject}, {@code jakarta.servlet} and the JDK.
 */
package org.postern.web.published;
