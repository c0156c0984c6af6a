/**
 * The content of mail that waits, as responses of their own: what strangers wrote stands in no page, and no browser takes it for anything
 * but text in a sandbox, or a file.
 *
 * <p>May import {@code admin.content}, {@code content.preview}, {@code limit}, {@code sentence}, {@code web.text}, {@code jakarta.inject},
 * {@code jakarta.servlet} and the JDK.
 */
package org.postern.web.content;
