/**
 * The pages of the archive, out of which mail is handed over to applications once more.
 *
 * <p>May import {@code admin.archive}, {@code archive}, {@code web.page}, {@code web.text}, {@code jakarta.faces}, {@code jakarta.inject} and the
 * JDK.
 */
package org.postern.web.page.archive;
