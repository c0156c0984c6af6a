/**
 * What people say about mail of strangers: rules, whom they allow and block, and who may come without greylisting.
 *
 * <p>May import {@code admin.access}, {@code admin.learn}, {@code admin.rules}, {@code admin.trust}, {@code config.rule},
 * {@code content.learn}, {@code content.teach}, {@code reputation.entry}, {@code reputation.grey}, {@code sentence}, {@code trust.rule}, {@code web.api},
 * {@code jakarta.inject}, {@code jakarta.ws} and the JDK.
 */
package org.postern.web.api.trust;
