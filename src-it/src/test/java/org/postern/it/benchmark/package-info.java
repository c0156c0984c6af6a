/**
 * How fast the gateway is, beside Postfix on the same machine, in the same minutes, with the same client and the same next hop.
 * Not a test: it promises nothing, it prints what it saw. {@code docs/performance.md} tells how to run it.
 */
package org.postern.it.benchmark;
