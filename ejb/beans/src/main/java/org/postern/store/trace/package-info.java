/**
 * The stories of messages, in the database: written in batches, found by address, domain and name, and forgotten in time.
 *
 * <p>May import {@code event}, {@code mail}, {@code store}, {@code story}, {@code jakarta.inject}, {@code jakarta.persistence},
 * {@code jakarta.transaction}, {@code org.hibernate} and the JDK.
 */
package org.postern.store.trace;
