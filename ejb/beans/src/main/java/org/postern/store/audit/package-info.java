/**
 * The audit log in the database.
 *
 * <p>May import {@code admin.access}, {@code admin.audit}, {@code config}, {@code store}, {@code jakarta.inject},
 * {@code jakarta.persistence}, {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.audit;
