/**
 * The pages of the queues and topics of applications, and of what nobody could process.
 *
 * <p>May import {@code admin.applications}, {@code web.page}, {@code web.text}, {@code jakarta.enterprise}, {@code jakarta.faces},
 * {@code jakarta.inject} and the JDK.
 */
package org.postern.web.page.applications;
