/**
 * Where mail goes, and for whom addresses stand.
 *
 * <p>May import {@code admin.access}, {@code admin.routes}, {@code config.rule}, {@code routing}, {@code sentence}, {@code web.api}, {@code jakarta.inject},
 * {@code jakarta.ws} and the JDK.
 */
package org.postern.web.api.routes;
