/**
 * Links in digests, and how far digests have come, in the database; and what of parked mail they tell.
 *
 * <p>May import {@code digest}, {@code store}, {@code jakarta.inject}, {@code jakarta.persistence}, {@code jakarta.transaction} and the
 * JDK.
 */
package org.postern.store.digest;
