/**
 * What recipients can do about mail of theirs in quarantine by the links they were sent, without a login; and what an operator can do
 * about the letters.
 *
 * <p>May import {@code admin.access}, {@code admin.parked}, {@code digest}, {@code limit}, {@code pipeline.digest},
 * {@code pipeline.parked}, {@code queue}, {@code reputation.entry}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.digest;
