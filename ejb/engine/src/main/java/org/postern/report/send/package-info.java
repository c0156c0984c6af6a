/**
 * Reports sent to those who publish policies: once a day for each of them, by one node, signed, and never twice (RFC 9990, RFC 8460).
 *
 * <p>May import {@code auth.dmarc}, {@code config}, {@code dns}, {@code mail}, {@code queue}, {@code report}, {@code report.count},
 * {@code signing} and the JDK.
 */
package org.postern.report.send;
