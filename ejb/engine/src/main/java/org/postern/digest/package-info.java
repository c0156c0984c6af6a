/**
 * The daily letter that tells recipients what of theirs waits in quarantine, and the links in it: each releases one message for one
 * recipient, once. Malware is never in it.
 *
 * <p>May import {@code assessment}, {@code config}, {@code event}, {@code mail} and the JDK.
 */
package org.postern.digest;
