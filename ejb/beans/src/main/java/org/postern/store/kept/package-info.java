/**
 * What the things that people keep have in common in the database.
 *
 * <p>May import {@code admin.kept}, {@code jakarta.inject}, {@code jakarta.persistence}, {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.kept;
