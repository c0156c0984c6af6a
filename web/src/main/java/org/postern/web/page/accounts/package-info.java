/**
 * The pages of the gateway's own mail users, who submit mail.
 *
 * <p>May import {@code admin.people}, {@code web.page}, {@code jakarta.faces}, {@code jakarta.inject} and the JDK.
 */
package org.postern.web.page.accounts;
