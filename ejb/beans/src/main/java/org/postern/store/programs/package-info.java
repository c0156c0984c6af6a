/**
 * What other programs come in by, in the database.
 *
 * <p>May import {@code admin.access}, {@code admin.programs}, {@code store}, {@code jakarta.inject}, {@code jakarta.persistence},
 * {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.programs;
