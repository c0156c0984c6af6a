/**
 * Whom people allow and block: what a person can see of it and change about it.
 *
 * <p>May import {@code admin.access}, {@code admin.kept}, {@code assessment}, {@code config}, {@code config.kept}, {@code config.rule}, {@code limit},
 * {@code mail}, {@code policy}, {@code queue}, {@code receiver}, {@code reputation.entry}, {@code reputation.grey},
 * {@code sentence}, {@code smtp}, {@code smtp.wire}, {@code trust}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.trust;
