/**
 * What strangers can do to mail that is not theirs: plays hostile ones, within bounds and on loopback alone, against a gateway with little
 * memory and a small disk, while honest mail flows. Not a test: it takes its time, prints what it saw, and fails where other mail was
 * hurt. {@code docs/performance.md} tells how to run it.
 */
package org.postern.it.strangers;
