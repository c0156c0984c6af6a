/**
 * What reports to other domains are made of, and how far they have come, in the database.
 *
 * <p>May import {@code report}, {@code report.count}, {@code report.send}, {@code store}, {@code jakarta.inject},
 * {@code jakarta.persistence}, {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.report;
