/**
 * The inflow resource adapter (Jakarta Connectors 2.1): listeners, connections and endpoint calls around {@code SmtpSession}. Takes no
 * decision about mail.
 *
 * <p>May import {@code mail}, {@code network}, {@code ra.proxy}, {@code ra.tls}, {@code receiver}, {@code smtp}, {@code smtp.server},
 * {@code smtp.wire}, {@code jakarta.resource}, {@code javax.management}, {@code javax.transaction.xa}, {@code org.jboss.logging} and the
 * JDK.
 */
package org.postern.ra;
