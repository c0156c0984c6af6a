/**
 * How much mail comes and goes, in the database.
 *
 * <p>May import {@code flow}, {@code jakarta.inject}, {@code jakarta.persistence}, {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.flow;
