/**
 * Events as text: one form for the queue they travel in and the table they are kept in.
 *
 * <p>May import {@code event}, {@code mail}, {@code jakarta.json} and the JDK.
 */
package org.postern.story;
