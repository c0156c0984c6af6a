/**
 * Samples and models of the own classifier in the database.
 *
 * <p>May import {@code content.learn}, {@code content.teach}, {@code store}, {@code jakarta.inject}, {@code jakarta.persistence},
 * {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.learn;
