/**
 * What is looked at first, of all that the desks know; one reading for all who look.
 *
 * <p>May import {@code admin.access}, {@code admin.flow}, {@code admin.parked}, {@code admin.server}, {@code broker}, {@code config},
 * {@code config.rule}, {@code delivery.gate}, {@code flow}, {@code queue}, {@code receiver}, {@code scan}, {@code sentence},
 * {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.overview;
