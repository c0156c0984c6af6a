/**
 * Whom people allow and block, in the database, with the version by which nodes notice a change.
 *
 * <p>May import {@code reputation.entry}, {@code reputation.grey}, {@code store}, {@code jakarta.inject}, {@code jakarta.persistence},
 * {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.reputation;
