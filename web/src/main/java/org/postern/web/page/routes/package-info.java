/**
 * The pages of routes, aliases and lists.
 *
 * <p>May import {@code admin.routes}, {@code routing}, {@code sentence}, {@code web.page}, {@code web.text}, {@code jakarta.faces}, {@code jakarta.inject}
 * and the JDK.
 */
package org.postern.web.page.routes;
