/**
 * The sink: mail that is kept for those who test, and never leaves; and what it answers where it misbehaves on purpose.
 *
 * <p>May import {@code archive}, {@code config}, {@code config.rule}, {@code delivery.host}, {@code delivery.outcome}, {@code delivery.tls},
 * {@code mail}, {@code smtp} and the JDK.
 */
package org.postern.sink;
