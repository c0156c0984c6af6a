/**
 * The pages of the server itself: listeners and their certificates, sessions, settings, and how far the classifier has come.
 *
 * <p>May import {@code admin.kept}, {@code admin.learn}, {@code admin.server}, {@code admin.settings}, {@code config},
 * {@code content.teach}, {@code sentence}, {@code web.page}, {@code web.text}, {@code jakarta.enterprise}, {@code jakarta.faces}, {@code jakarta.inject},
 * {@code jakarta.servlet} and the JDK.
 */
package org.postern.web.page.server;
