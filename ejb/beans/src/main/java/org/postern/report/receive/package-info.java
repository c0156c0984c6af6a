/**
 * Reports that others send about us (RFC 9990, RFC 8460): found in mail, read within bounds, and kept. What is no report, or more than is
 * read, is kept as that.
 *
 * <p>May import {@code auth}, {@code auth.dmarc}, {@code content}, {@code delivery.tls}, {@code mail}, {@code report}, {@code report.tls}
 * and the JDK.
 */
package org.postern.report.receive;
