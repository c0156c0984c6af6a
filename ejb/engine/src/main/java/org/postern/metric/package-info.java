/**
 * What is counted and timed while mail goes its way, in figures for whoever watches over many servers: the list of all of them, and those that are counted where
 * something happens. Nothing on the way of mail reads them, and to write one costs a few additions.
 *
 * <p>May import {@code assessment}, {@code event}, {@code queue}, {@code routing}, {@code io.prometheus} and the JDK.
 */
package org.postern.metric;
