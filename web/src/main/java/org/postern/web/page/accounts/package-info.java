/**
 * The pages of the gateway's own mail users, who submit mail, and of the tokens of programs.
 *
 * <p>May import {@code admin.access}, {@code admin.people}, {@code admin.programs}, {@code web.page}, {@code web.text},
 * {@code jakarta.faces}, {@code jakarta.inject} and the JDK.
 */
package org.postern.web.page.accounts;
