/**
 * The content of mail that waits or is kept, for those who may see it. Whoever reads a text or takes a file or the source is written down.
 *
 * <p>May import {@code admin.access}, {@code content}, {@code content.preview}, {@code limit}, {@code mail}, {@code queue},
 * {@code sentence}, {@code jakarta.enterprise}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.content;
