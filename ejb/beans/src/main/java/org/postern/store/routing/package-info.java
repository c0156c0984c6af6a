/**
 * Routes and aliases that people have written in the console, in the database, with the version by which nodes notice a change.
 *
 * <p>May import {@code routing}, {@code store}, {@code jakarta.inject}, {@code jakarta.persistence}, {@code jakarta.transaction} and the
 * JDK.
 */
package org.postern.store.routing;
