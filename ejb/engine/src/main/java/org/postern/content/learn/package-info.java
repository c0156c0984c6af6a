/**
 * The gateway's own classifier: features of a message, samples that persons taught, models made of them, and what a model says of a
 * message and why. Samples are the truth; a model is made anew of all of them, and to forget is to delete a sample. Nothing here stores a
 * word of a message.
 *
 * <p>May import {@code content} and the JDK.
 */
package org.postern.content.learn;
