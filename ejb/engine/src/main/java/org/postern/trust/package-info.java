/**
 * What is known of the sender and the content of a message, what each of it weighs, and what follows from the whole. Checks find and never
 * decide; one policy decides.
 *
 * <p>May import nothing yet.
 */
package org.postern.trust;
