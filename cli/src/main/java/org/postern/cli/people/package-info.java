/**
 * Commands about people and programs: who hands in mail, who uses the console, who has which token, and who did what.
 *
 * <p>May import {@code cli.client}, {@code cli.show}, {@code cli.verb}, {@code jakarta.json}, {@code picocli} and the JDK.
 */
package org.postern.cli.people;
