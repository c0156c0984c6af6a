/**
 * A message as a person is shown it: its text, or its HTML without anything that a browser would do for a stranger, and its parts one by one. All of it
 * within bounds, whatever the message is.
 *
 * <p>May import {@code content}, {@code org.jsoup} and the JDK.
 */
package org.postern.content.preview;
