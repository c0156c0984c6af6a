/**
 * This gateway among those that share its database.
 *
 * <p>May import {@code broker}, {@code config}, {@code duty}, {@code node}, {@code sentence}, {@code jakarta.annotation}, {@code jakarta.ejb},
 * {@code jakarta.inject}, {@code org.jboss.logging} and the JDK.
 */
package org.postern.pipeline.node;
