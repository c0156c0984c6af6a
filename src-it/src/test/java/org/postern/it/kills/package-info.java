/**
 * What {@code kill -9} costs, beside Postfix on the same machine with the same load and the same next hop: whether mail that got its 250 is
 * lost, and how much of it arrives twice. Not a test: it prints what it saw, and fails where something was lost.
 * {@code docs/performance.md} tells how to run it.
 */
package org.postern.it.kills;
