/**
 * What the configuration file says besides settings, as values: routes and patterns of addresses, rules on header fields, TLS, logins and
 * retries.
 */
package org.postern.config.rule;
