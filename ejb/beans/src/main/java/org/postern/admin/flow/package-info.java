/**
 * How much mail comes and goes, as people see it.
 *
 * <p>May import {@code admin.access}, {@code flow}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.flow;
