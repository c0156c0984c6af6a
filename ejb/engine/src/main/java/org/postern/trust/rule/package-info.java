/**
 * Rules that operators write about mail, in their order: which of them a message meets, and what they do with it. What speaks against a
 * message is taken at its word; what speaks for it counts only where it is proved.
 *
 * <p>May import {@code assessment}, {@code auth}, {@code config.rule}, {@code content}, {@code content.attachment}, {@code mail},
 * {@code network}, {@code receiver}, {@code sentence} and the JDK.
 */
package org.postern.trust.rule;
