/**
 * What all commands have in common: what they are about, how lists are read and shown, and how secrets are told.
 *
 * <p>May import {@code cli.client}, {@code cli.show}, {@code jakarta.json}, {@code picocli} and the JDK.
 */
package org.postern.cli.verb;
