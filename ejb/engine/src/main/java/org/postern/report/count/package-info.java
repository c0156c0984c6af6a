/**
 * What DMARC came to for the mail of strangers, counted for those who publish policies (RFC 9990).
 *
 * <p>May import {@code report} and the JDK.
 */
package org.postern.report.count;
