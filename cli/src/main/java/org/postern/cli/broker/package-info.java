/**
 * What a gateway and the Artemis brokers elsewhere, which hold its queues, have to know of each other: files for both.
 *
 * <p>May import {@code cli.client}, {@code cli.show}, {@code cli.verb}, {@code picocli} and the JDK.
 */
package org.postern.cli.broker;
