/**
 * What files a message brings, whatever it calls them: their types by their octets, names that deceive, archives looked into, macros and
 * what is encrypted. Findings are values with evidence; what they weigh is for others. Everything is read as a stream within bounds that
 * count for the whole message, by readers of our own: {@link org.postern.content.attachment.Budget}.
 *
 * <p>May import {@code content}, {@code org.apache.tika} and the JDK.
 */
package org.postern.content.attachment;
