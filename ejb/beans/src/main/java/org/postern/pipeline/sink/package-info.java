/**
 * The end of the way for mail that a route leads to the sink, and what becomes of it there.
 *
 * <p>May import {@code broker}, {@code config}, {@code config.rule}, {@code delivery.gate}, {@code delivery.outcome}, {@code duty},
 * {@code limit}, {@code mail}, {@code queue}, {@code routing}, {@code sentence}, {@code sink}, {@code jakarta.annotation}, {@code jakarta.ejb},
 * {@code jakarta.inject}, {@code org.jboss.logging} and the JDK.
 */
package org.postern.pipeline.sink;
