/**
 * Who may use the console, and who may hand in mail, in the database. Passwords are kept as hashes and verifiers alone.
 *
 * <p>May import {@code admin.access}, {@code admin.people}, {@code identity}, {@code store}, {@code jakarta.inject},
 * {@code jakarta.persistence}, {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.people;
