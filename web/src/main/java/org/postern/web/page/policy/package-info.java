/**
 * The pages of what is let in and what not: rules, lists of people, the greylist, and what would become of a message.
 *
 * <p>May import {@code admin.rules}, {@code admin.trust}, {@code assessment}, {@code config.rule}, {@code reputation.entry},
 * {@code reputation.grey}, {@code sentence}, {@code trust.rule}, {@code web.page}, {@code web.text}, {@code jakarta.enterprise}, {@code jakarta.faces},
 * {@code jakarta.inject} and the JDK.
 */
package org.postern.web.page.policy;
