/**
 * What is known of the sender and the content of a message, what each of it weighs, and what follows from the whole. Checks find and never
 * decide; one policy decides.
 *
 * <p>May import {@code assessment}, {@code auth}, {@code auth.arc}, {@code auth.dkim}, {@code auth.dkim.canonical}, {@code auth.dmarc},
 * {@code auth.spf}, {@code config}, {@code config.rule}, {@code content}, {@code content.attachment}, {@code content.learn}, {@code mail},
 * {@code receiver}, {@code report}, {@code report.count}, {@code reputation}, {@code reputation.entry}, {@code reputation.grey},
 * {@code scan}, {@code sentence}, {@code smtp}, {@code smtp.wire}, {@code trust.rule} and the JDK.
 */
package org.postern.trust;
