/**
 * How the gateway is set: the value of each setting, where it comes from, and what people keep for those that are live. Of secrets nothing
 * is said but whether they are set.
 *
 * <p>May import {@code admin.access}, {@code admin.kept}, {@code config}, {@code config.catalogue}, {@code config.kept},
 * {@code sentence}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.settings;
