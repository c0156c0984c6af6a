/**
 * Greylisting (RFC 6647): who is not known, and is suspected, is asked to come again; who does is known from then on. A decision over what
 * a store remembers, which nodes share.
 *
 * <p>May import {@code mail}, {@code network} and the JDK.
 */
package org.postern.reputation.grey;
