/**
 * ARC (RFC 8617): what servers on the way had found of a message before they changed it, sealed by each of them.
 *
 * <p>Begin with {@link org.postern.auth.arc.ArcValidator}.
 *
 * <p>May import {@code auth.dkim}, {@code auth.dkim.canonical}, {@code mail} and the JDK.
 */
package org.postern.auth.arc;
