/**
 * Reports on TLS in JSON (RFC 8460): made of what was counted, and read from those who report to us. What others send is hostile until it
 * is read.
 *
 * <p>May import {@code auth.dmarc}, {@code delivery.report}, {@code delivery.tls}, {@code dns}, {@code mail}, {@code report},
 * {@code report.send}, {@code jakarta.json} and the JDK.
 */
package org.postern.report.tls;
