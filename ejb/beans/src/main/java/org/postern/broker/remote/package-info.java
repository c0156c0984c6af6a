/**
 * Brokers elsewhere that hold the queues: what they say of themselves, and what has to come over to them.
 *
 * <p>May import {@code config}, {@code config.rule}, {@code duty}, {@code sentence}, {@code jakarta.annotation}, {@code jakarta.ejb},
 * {@code jakarta.inject}, {@code jakarta.jms}, {@code jakarta.json}, {@code org.apache.activemq}, {@code org.jboss.logging} and the JDK.
 */
package org.postern.broker.remote;
