/**
 * The rules of people, in the database, behind the port that {@code trust.rule} declares.
 *
 * <p>May import {@code config.rule}, {@code store}, {@code trust.rule}, {@code jakarta.inject}, {@code jakarta.persistence},
 * {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.rules;
