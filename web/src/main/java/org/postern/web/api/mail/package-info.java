/**
 * Mail: what became of it, what waits and where, and what is done about it.
 *
 * <p>May import {@code admin.access}, {@code admin.applications}, {@code admin.archive}, {@code admin.content}, {@code admin.digest},
 * {@code admin.parked}, {@code admin.sink}, {@code admin.trace}, {@code admin.trust}, {@code archive}, {@code assessment}, {@code auth},
 * {@code config.rule}, {@code content}, {@code content.preview}, {@code delivery.gate}, {@code event}, {@code mail}, {@code queue}, {@code receiver},
 * {@code routing}, {@code sentence}, {@code smtp}, {@code smtp.wire}, {@code web.api}, {@code jakarta.inject}, {@code jakarta.ws} and the JDK.
 */
package org.postern.web.api.mail;
