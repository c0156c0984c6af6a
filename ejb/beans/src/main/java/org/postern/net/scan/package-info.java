/**
 * Scanners that an operator may name, each by its own protocol: clamd, spamd, rspamd and milters. Whatever they answer, or fail to, is a
 * result; each has one time limit for all it is asked about one message.
 *
 * <p>May import {@code config.rule}, {@code mail}, {@code metric}, {@code net}, {@code scan}, {@code sentence}, {@code smtp}, {@code jakarta.json},
 * {@code org.jboss.logging} and the JDK.
 */
package org.postern.net.scan;
