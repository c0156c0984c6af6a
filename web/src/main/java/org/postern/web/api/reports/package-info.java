/**
 * Reports on DMARC and TLS, sent and received.
 *
 * <p>May import {@code admin.access}, {@code admin.reports}, {@code admin.trace}, {@code report}, {@code report.receive},
 * {@code report.send}, {@code web.api}, {@code jakarta.inject}, {@code jakarta.ws} and the JDK.
 */
package org.postern.web.api.reports;
