/**
 * How much is too much: counters over a stretch of time, and what follows when there are too many.
 *
 * <p>May import the JDK alone.
 */
package org.postern.limit;
