/**
 * Rules on mail: what a person can see of them and change about them.
 *
 * <p>May import {@code config.rule}, {@code trust.rule}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.rules;
