/**
 * Reports to other domains: what they are made of is stored, and they are sent, by the clock.
 *
 * <p>May import {@code config}, {@code duty}, {@code pipeline}, {@code report.count}, {@code report.receive}, {@code report.send},
 * {@code sentence}, {@code jakarta.annotation}, {@code jakarta.ejb}, {@code jakarta.inject} and the JDK.
 */
package org.postern.pipeline.report;
