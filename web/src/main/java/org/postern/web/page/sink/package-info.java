/**
 * The pages of the sink, where those who test see their mail.
 *
 * <p>May import {@code admin.sink}, {@code archive}, {@code web.page}, {@code web.text}, {@code jakarta.faces}, {@code jakarta.inject} and the JDK.
 */
package org.postern.web.page.sink;
