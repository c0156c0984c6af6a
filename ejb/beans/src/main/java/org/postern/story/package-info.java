/**
 * Events as text: one form for the queue they travel in and the table they are kept in.
 *
 * <p>May import {@code assessment}, {@code auth}, {@code event}, {@code mail}, {@code receiver}, {@code jakarta.json} and the JDK.
 */
package org.postern.story;
