/**
 * Commands about the server itself, and what is tried out with it.
 *
 * <p>May import {@code cli.client}, {@code cli.show}, {@code cli.verb}, {@code jakarta.json}, {@code picocli} and the JDK.
 */
package org.postern.cli.server;
