/**
 * What other programs say about a message: the port to a scanner, what guards it, and several of them side by side. Knows no protocol and
 * no policy.
 *
 * <p>May import {@code config.rule}, {@code mail}, {@code receiver}, {@code sentence}, {@code smtp} and the JDK.
 */
package org.postern.scan;
