/**
 * Rules on mail: what a person can see of them and change about them.
 *
 * <p>May import {@code admin.access}, {@code admin.kept}, {@code assessment}, {@code config.kept}, {@code config.rule}, {@code mail},
 * {@code sentence}, {@code smtp.wire}, {@code trust.rule}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.rules;
