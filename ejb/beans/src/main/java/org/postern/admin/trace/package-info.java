/**
 * The story of a message, and figures, as a person reads them.
 *
 * <p>May import {@code admin.access}, {@code config}, {@code delivery.report}, {@code event}, {@code mail}, {@code queue}, {@code report},
 * {@code report.tls}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.trace;
