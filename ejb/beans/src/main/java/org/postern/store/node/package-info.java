/**
 * The list of gateways that share a database, in that database.
 *
 * <p>May import {@code node}, {@code jakarta.inject}, {@code jakarta.persistence}, {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.node;
