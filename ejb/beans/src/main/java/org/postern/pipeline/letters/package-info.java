/**
 * Mail about mail: reports and receipts for senders, and the reports of other servers about what went out from here.
 *
 * <p>May import {@code bounce}, {@code broker}, {@code config}, {@code delivery.gate}, {@code delivery.outcome}, {@code event},
 * {@code mail}, {@code notice}, {@code queue}, {@code report.receive}, {@code routing}, {@code smtp}, {@code jakarta.inject}, {@code org.jboss.logging} and the JDK.
 */
package org.postern.pipeline.letters;
