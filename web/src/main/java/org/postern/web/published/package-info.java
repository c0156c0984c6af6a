/**
 * What the gateway tells whoever asks by HTTP, without a login: whether it takes mail, and, by the name of the host that is asked for, policies.
 *
 * <p>May import {@code admin.server}, {@code delivery.sts}, {@code web.text}, {@code jakarta.inject}, {@code jakarta.servlet} and the JDK.
 */
package org.postern.web.published;
