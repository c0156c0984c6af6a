/**
 * What anybody may ask: {@code /ready}.
 *
 * <p>May import {@code admin.server}, {@code jakarta.inject}, {@code jakarta.servlet} and the JDK.
 */
package org.postern.web.local;
