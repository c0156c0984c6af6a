/**
 * How much mail comes and goes, in figures that are kept: what charts are drawn from. Nothing on the way of mail reads them.
 *
 * <p>May import {@code assessment}, {@code event} and the JDK.
 */
package org.postern.flow;
