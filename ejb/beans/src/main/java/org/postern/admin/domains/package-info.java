/**
 * One's own domains: the keys that sign in their name, as a process that people go through, and the records that they ought to publish,
 * with what the DNS says of them now.
 *
 * <p>May import {@code admin.access}, {@code auth}, {@code auth.dkim}, {@code auth.dmarc}, {@code auth.spf}, {@code config},
 * {@code config.rule}, {@code delivery.outcome}, {@code delivery.sts}, {@code dns}, {@code limit}, {@code mail}, {@code network},
 * {@code routing}, {@code sentence}, {@code signing}, {@code smtp.wire}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.domains;
