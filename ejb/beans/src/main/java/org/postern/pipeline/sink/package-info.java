/**
 * The end of the way for mail that a route leads to the sink, and what becomes of it there.
 *
 * <p>May import {@code archive}, {@code broker}, {@code config.rule}, {@code delivery.gate}, {@code delivery.outcome}, {@code limit}, {@code mail},
 * {@code queue}, {@code routing}, {@code sink}, {@code jakarta.annotation}, {@code jakarta.inject}, {@code org.jboss.logging} and the JDK.
 */
package org.postern.pipeline.sink;
