/**
 * The checks: one rule, one class, one test of the same name. To go without one, delete its line in the wiring, the class and the test.
 *
 * <p>May import {@code assessment}, {@code auth}, {@code bounce}, {@code config}, {@code config.rule}, {@code dns}, {@code limit},
 * {@code mail}, {@code network}, {@code policy}, {@code receiver}, {@code routing}, {@code smtp}, {@code smtp.wire} and the JDK.
 */
package org.postern.policy.check;
