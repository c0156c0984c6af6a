/**
 * Writes the story of each message down: takes events from their queue, stores them in batches, and forgets what is older than asked for.
 */
package org.postern.pipeline.trace;
