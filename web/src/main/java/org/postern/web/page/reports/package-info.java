/**
 * The pages of reports on DMARC and TLS: those of others on our mail, and those that are sent to others.
 *
 * <p>May import {@code admin.reports}, {@code admin.trace}, {@code delivery.report}, {@code delivery.tls}, {@code report},
 * {@code report.receive}, {@code report.send}, {@code web.chart}, {@code web.page}, {@code web.text}, {@code jakarta.enterprise},
 * {@code jakarta.faces}, {@code jakarta.inject} and the JDK.
 */
package org.postern.web.page.reports;
