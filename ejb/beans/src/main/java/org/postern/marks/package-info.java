/**
 * Notes on what next servers have taken, which outlive the process and cost no sync of the disk: after a kill, mail is not handed over
 * again that was taken but not yet acknowledged to its queue.
 *
 * <p>May import {@code config}, {@code delivery}, {@code delivery.host}, {@code delivery.outcome}, {@code mail}, {@code smtp},
 * {@code jakarta.annotation}, {@code jakarta.inject}, {@code org.jboss.logging} and the JDK.
 */
package org.postern.marks;
