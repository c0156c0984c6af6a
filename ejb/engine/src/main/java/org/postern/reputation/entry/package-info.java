/**
 * Whom people allow and block: entries with owner, comment and expiry. A block takes a message at its word; an allowance counts only for
 * what has been proved, so that no entry lets a forgery pass.
 *
 * <p>May import {@code config.rule}, {@code mail}, {@code network}, {@code sentence}, {@code smtp.wire} and the JDK.
 */
package org.postern.reputation.entry;
