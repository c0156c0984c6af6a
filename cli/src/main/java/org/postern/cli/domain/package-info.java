/**
 * Commands about domains: the keys that sign their mail, what the DNS ought to say of them, and what is reported about them.
 *
 * <p>May import {@code cli.client}, {@code cli.show}, {@code cli.verb}, {@code jakarta.json}, {@code picocli} and the JDK.
 */
package org.postern.cli.domain;
