/**
 * What reports to other domains are made of, how far they have come, and what others report, in the database.
 *
 * <p>May import {@code report}, {@code report.count}, {@code report.receive}, {@code report.send}, {@code store}, {@code jakarta.inject},
 * {@code jakarta.persistence}, {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.report;
