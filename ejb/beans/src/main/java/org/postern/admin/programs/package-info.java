/**
 * Other programs: by which token they come in, in which role, and what they were answered.
 *
 * <p>May import {@code admin.access}, {@code admin.people}, {@code limit}, {@code mail}, {@code sentence}, {@code jakarta.inject}, {@code org.jboss.logging}
 * and the JDK.
 */
package org.postern.admin.programs;
