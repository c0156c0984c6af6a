/**
 * Domains of one's own: the keys that sign their mail, and what the DNS ought to say; and what servers of any domain say to mail.
 *
 * <p>May import {@code admin.access}, {@code admin.domains}, {@code admin.probe}, {@code delivery.probe}, {@code sentence}, {@code web.api}, {@code jakarta.inject}, {@code jakarta.ws} and the JDK.
 */
package org.postern.web.api.domains;
