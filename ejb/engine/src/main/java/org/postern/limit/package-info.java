/**
 * How much is too much: counters over a stretch of time, and what follows when there are too many.
 *
 * <p>May import {@code org.postern.smtp}, {@code org.postern.config} and the JDK.
 */
package org.postern.limit;
