/**
 * What the configuration file says besides settings and routes, as values: patterns of addresses, hosts, and rules on mail, TLS, logins,
 * retries, and what applications are asked.
 *
 * <p>May import {@code mail}, {@code network}, {@code sentence}, {@code smtp.wire} and the JDK.
 */
package org.postern.config.rule;
