/**
 * Who may come in: administrators of the console, users who hand in mail, the first start, and the local command line.
 *
 * <p>May import {@code admin.access}, {@code config}, {@code config.rule}, {@code identity}, {@code limit}, {@code mail}, {@code sentence},
 * {@code smtp.wire}, {@code jakarta.annotation}, {@code jakarta.ejb}, {@code jakarta.inject}, {@code org.jboss.logging},
 * {@code org.wildfly.security} and the JDK.
 */
package org.postern.admin.people;
