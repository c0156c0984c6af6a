/**
 * What people teach the own classifier, and what they can see of it and take back.
 *
 * <p>May import {@code admin.access}, {@code content.learn}, {@code content.teach}, {@code limit}, {@code mail}, {@code queue},
 * {@code sentence}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.learn;
