/**
 * The page behind the links in digests: without login, without session, without scripts. To look at it changes nothing, whoever follows
 * the link; one button acts.
 *
 * <p>May import {@code admin.digest}, {@code digest}, {@code network}, {@code web.text}, {@code jakarta.inject}, {@code jakarta.servlet}
 * and the JDK.
 */
package org.postern.web.recipient;
