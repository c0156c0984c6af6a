/**
 * The server itself: whether it takes mail, what is open, going on and waiting, and how it is set.
 *
 * <p>May import {@code admin.access}, {@code admin.flow}, {@code admin.kept}, {@code admin.overview}, {@code admin.server},
 * {@code admin.settings}, {@code admin.start}, {@code delivery}, {@code flow}, {@code mail}, {@code sentence}, {@code web.api},
 * {@code jakarta.inject}, {@code jakarta.ws} and the JDK.
 */
package org.postern.web.api.server;
