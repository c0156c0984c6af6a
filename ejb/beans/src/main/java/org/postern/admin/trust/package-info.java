/**
 * Whom people allow and block: what a person can see of it and change about it.
 *
 * <p>May import {@code config}, {@code mail}, {@code network}, {@code reputation.entry}, {@code reputation.grey}, {@code smtp.wire},
 * {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.trust;
