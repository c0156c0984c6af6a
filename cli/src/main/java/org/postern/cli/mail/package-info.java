/**
 * Commands about mail: where it is, what waits and what is done about it, and what the classifier is taught.
 *
 * <p>May import {@code cli.client}, {@code cli.show}, {@code cli.verb}, {@code jakarta.json}, {@code picocli} and the JDK.
 */
package org.postern.cli.mail;
