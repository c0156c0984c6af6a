/**
 * How much is too much: counters over a stretch of time, what follows when there are too many, and memories that hold no more than they may.
 *
 * <p>May import {@code config}, {@code network}, {@code receiver}, {@code sentence} and the JDK.
 */
package org.postern.limit;
