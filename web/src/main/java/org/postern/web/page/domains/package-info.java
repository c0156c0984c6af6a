/**
 * The pages of domains: routes, keys, and records in the DNS of one's own, and what is to be found out about those of others.
 *
 * <p>May import {@code admin.domains}, {@code admin.probe}, {@code delivery.probe}, {@code signing}, {@code web.page},
 * {@code web.text}, {@code jakarta.enterprise}, {@code jakarta.faces}, {@code jakarta.inject} and the JDK.
 */
package org.postern.web.page.domains;
