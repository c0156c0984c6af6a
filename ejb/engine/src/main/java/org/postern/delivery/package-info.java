/**
 * Handing mail to the next server: an attempt, an outcome for each recipient, the retry schedule, and what the sender is told (RFC 3464).
 * Unknown means temporary.
 *
 * <p>May import {@code config}, {@code config.rule}, {@code delivery.gate}, {@code delivery.host}, {@code delivery.outcome}, {@code delivery.tls},
 * {@code mail}, {@code queue}, {@code routing}, {@code sentence}, {@code smtp}, {@code smtp.client} and the JDK.
 */
package org.postern.delivery;
