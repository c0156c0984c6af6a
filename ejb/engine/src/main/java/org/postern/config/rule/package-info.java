/**
 * What the configuration file says besides settings, as values: routes and patterns of addresses, rules on header fields, TLS, logins and
 * retries.
 *
 * <p>May import {@code mail}, {@code network}, {@code smtp.wire} and the JDK.
 */
package org.postern.config.rule;
