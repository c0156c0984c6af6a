/**
 * What is told to whoever watches over the gateway from outside: whether it lives, whether it takes mail, and its figures, at a port of its own where nothing else
 * is. What is counted on the way of mail is in {@code metric}; what is known anyway is read here when somebody asks, and what costs something no more often than
 * every ten seconds.
 *
 * <p>May import {@code admin.server}, {@code broker}, {@code config}, {@code config.rule}, {@code delivery.gate}, {@code duty}, {@code event}, {@code metric}, {@code queue},
 * {@code routing}, {@code scan}, {@code sentence}, {@code io.prometheus}, {@code io.undertow}, {@code jakarta.annotation}, {@code jakarta.ejb},
 * {@code jakarta.enterprise}, {@code jakarta.inject}, {@code org.jboss.logging}, {@code org.xnio} and the JDK.
 */
package org.postern.monitor;
