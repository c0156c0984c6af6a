/**
 * The page of the first steps, which leads through what a new gateway needs.
 *
 * <p>May import {@code admin.routes}, {@code admin.start}, {@code delivery}, {@code routing}, {@code sentence}, {@code web.page},
 * {@code web.text}, {@code jakarta.enterprise}, {@code jakarta.faces}, {@code jakarta.inject} and the JDK.
 */
package org.postern.web.page.start;
