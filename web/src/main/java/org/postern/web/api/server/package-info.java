/**
 * The server itself: whether it takes mail, and what is open, going on and waiting.
 *
 * <p>May import {@code admin.access}, {@code admin.server}, {@code web.api}, {@code jakarta.inject}, {@code jakarta.ws} and the JDK.
 */
package org.postern.web.api.server;
