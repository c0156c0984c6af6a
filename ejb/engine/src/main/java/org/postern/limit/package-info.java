/**
 * How much is too much: counters over a stretch of time, and what follows when there are too many.
 *
 * <p>May import {@code config}, {@code network}, {@code receiver}, {@code sentence} and the JDK.
 */
package org.postern.limit;
