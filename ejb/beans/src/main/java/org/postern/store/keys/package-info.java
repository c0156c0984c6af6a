/**
 * The keys the gateway signs with, in the database, shared by its nodes.
 *
 * <p>May import {@code bounce}, {@code mail}, {@code smtp.wire}, {@code store}, {@code jakarta.inject}, {@code jakarta.persistence},
 * {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.keys;
