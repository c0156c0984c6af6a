/**
 * Reports on DMARC and TLS, as people see them.
 *
 * <p>May import {@code admin.access}, {@code delivery.report}, {@code report}, {@code report.count}, {@code report.receive},
 * {@code report.send}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.reports;
