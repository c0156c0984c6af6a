/**
 * Commands about what people say of mail: where it goes, for whom addresses stand, what is done with which, and who is allowed or blocked.
 *
 * <p>May import {@code cli.client}, {@code cli.show}, {@code cli.verb}, {@code jakarta.json}, {@code picocli} and the JDK.
 */
package org.postern.cli.policy;
