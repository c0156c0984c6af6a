/**
 * The command line, {@code ./postern}: whatever the console can do, by the same API, and what starts a gateway.
 *
 * <p>May import {@code cli.broker}, {@code cli.client}, {@code cli.domain}, {@code cli.mail}, {@code cli.operate}, {@code cli.people},
 * {@code cli.policy}, {@code cli.server}, {@code cli.show}, {@code cli.verb}, {@code com.sun.net}, {@code picocli} and the JDK.
 */
package org.postern.cli;
