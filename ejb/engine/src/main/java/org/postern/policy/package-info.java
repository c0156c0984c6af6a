/**
 * What may pass: one rule, one class, one test of the same name. A rule says at which step it can judge by the interface it
 * implements, and its verdict type says whether the client can still be told.
 *
 * <p>May import {@code org.postern.mail}, {@code org.postern.smtp}, {@code org.postern.smtp.server}, {@code org.postern.config},
 * {@code org.postern.routing}, {@code org.postern.dns}, {@code org.postern.limit} and the JDK.
 */
package org.postern.policy;
