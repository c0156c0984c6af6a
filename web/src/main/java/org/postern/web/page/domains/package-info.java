/**
 * The pages of one's own domains: routes, keys, and records in the DNS.
 *
 * <p>May import {@code admin.domains}, {@code signing}, {@code web.page}, {@code web.text}, {@code jakarta.enterprise},
 * {@code jakarta.faces}, {@code jakarta.inject} and the JDK.
 */
package org.postern.web.page.domains;
