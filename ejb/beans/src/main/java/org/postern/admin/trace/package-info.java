/**
 * The story of a message, and figures, as a person reads them.
 *
 * <p>May import {@code config}, {@code delivery.report}, {@code delivery.tls}, {@code event}, {@code mail}, {@code queue},
 * {@code jakarta.inject}, {@code jakarta.json} and the JDK.
 */
package org.postern.admin.trace;
