/**
 * Large content of mail in the gateway's own queues: a file each, to which the JMS message refers, so that content is written once on its
 * way through the gateway.
 *
 * <p>Knows the file system and content as a value; no queue, no stage.
 *
 * <p>May import {@code config}, {@code mail}, {@code jakarta.inject}, {@code org.jboss.logging} and the JDK.
 */
package org.postern.contents;
