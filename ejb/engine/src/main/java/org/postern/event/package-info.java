/**
 * What happened to mail, step by step: the values that make a message's story.
 *
 * <p>May import {@code assessment}, {@code config}, {@code config.rule}, {@code mail} and the JDK.
 */
package org.postern.event;
