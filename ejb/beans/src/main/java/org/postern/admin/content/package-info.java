/**
 * The content of mail that waits, for those who may see it. Whoever reads a text or takes a file or the source is written down.
 *
 * <p>May import {@code admin.access}, {@code content}, {@code content.preview}, {@code limit}, {@code mail}, {@code queue},
 * {@code sentence}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.content;
