/**
 * Writes the story of each message down: takes events from their queue, stores them in batches, and forgets what is older than asked for.
 *
 * <p>May import {@code broker}, {@code config}, {@code delivery.report}, {@code delivery.sts}, {@code duty}, {@code event}, {@code flow}, {@code metric},
 * {@code pipeline}, {@code sentence}, {@code story}, {@code jakarta.annotation}, {@code jakarta.ejb}, {@code jakarta.enterprise}, {@code jakarta.inject},
 * {@code jakarta.jms}, {@code jakarta.json} and the JDK.
 */
package org.postern.pipeline.trace;
