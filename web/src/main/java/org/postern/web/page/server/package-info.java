/**
 * The pages of the server itself: listeners and their certificates, sessions, and how far the classifier has come.
 *
 * <p>May import {@code admin.learn}, {@code admin.server}, {@code content.teach}, {@code web.page}, {@code jakarta.enterprise},
 * {@code jakarta.faces}, {@code jakarta.inject} and the JDK.
 */
package org.postern.web.page.server;
