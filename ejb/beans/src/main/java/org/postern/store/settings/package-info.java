/**
 * What people keep for settings, in the database.
 *
 * <p>May import {@code admin.settings}, {@code config}, {@code store}, {@code jakarta.inject}, {@code jakarta.persistence}, {@code jakarta.transaction} and the
 * JDK.
 */
package org.postern.store.settings;
