/**
 * How people come in: through which proxy, with which session, as whom. Nothing is shown to whoever was not let in, except what stands in
 * {@code LetIn}; these pages are plain ones, without scripts and without sessions.
 *
 * <p>May import {@code admin.access}, {@code admin.openid}, {@code admin.people}, {@code config}, {@code limit}, {@code network},
 * {@code sentence}, {@code web.text}, {@code jakarta.inject}, {@code jakarta.servlet} and the JDK.
 */
package org.postern.web.door;
