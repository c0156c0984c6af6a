/**
 * The pages of mail that waits: queues, quarantine, and the operations on many.
 *
 * <p>May import {@code admin.parked}, {@code assessment}, {@code delivery}, {@code delivery.gate}, {@code event}, {@code queue}, {@code routing},
 * {@code web.page}, {@code web.text}, {@code jakarta.enterprise}, {@code jakarta.faces}, {@code jakarta.inject} and the JDK.
 */
package org.postern.web.page.parked;
