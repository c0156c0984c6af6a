/**
 * Handing mail to the next server: an attempt, an outcome for each recipient, the retry schedule, and what the sender is told
 * (RFC 3464). Unknown means temporary.
 *
 * <p>May import every package of the engine but {@code org.postern.policy}, and {@code org.postern.smtp.client}.
 */
package org.postern.delivery;
