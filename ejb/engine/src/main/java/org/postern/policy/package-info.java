/**
 * What may pass: one rule, one class, one test of the same name. A rule says at which step it can judge by the interface it implements,
 * and its verdict type says whether the client can still be told.
 *
 * <p>May import {@code assessment}, {@code mail}, {@code network}, {@code receiver}, {@code smtp} and the JDK.
 */
package org.postern.policy;
