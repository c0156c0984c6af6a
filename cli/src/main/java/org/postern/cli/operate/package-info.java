/**
 * Commands about a gateway as a process on this machine: what prepares its start, whether it is ready, whether its configuration is good.
 *
 * <p>May import {@code cli.broker}, {@code cli.client}, {@code cli.show}, {@code cli.verb}, {@code jakarta.json}, {@code picocli} and the JDK.
 */
package org.postern.cli.operate;
