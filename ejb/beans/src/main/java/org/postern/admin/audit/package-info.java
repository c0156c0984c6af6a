/**
 * Who did what, for people to look it up.
 *
 * <p>May import {@code admin.access}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.audit;
