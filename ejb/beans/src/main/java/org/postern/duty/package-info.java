/**
 * Work that must not end while the application runs: what comes round by the clock, and what waits for others and goes on when they are
 * back. A turn that fails is told once and taken again; that a duty has ended all the same is known to whoever asks whether this node is
 * well.
 *
 * <p>May import {@code sentence}, {@code jakarta.enterprise}, {@code jakarta.inject}, {@code javax.management} and the JDK.
 */
package org.postern.duty;
