/**
 * What follows from an attempt, for each recipient: delivered, tried again and when, or given up; what the trace and the sender are told
 * of it (RFC 3464). Unknown means temporary.
 *
 * <p>May import {@code bounce}, {@code config}, {@code config.rule}, {@code delivery.gate}, {@code delivery.host}, {@code delivery.tls},
 * {@code event}, {@code mail}, {@code queue}, {@code routing}, {@code sentence}, {@code smtp} and the JDK.
 */
package org.postern.delivery.outcome;
