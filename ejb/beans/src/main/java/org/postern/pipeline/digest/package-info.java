/**
 * The daily letters about quarantine: when they are written, and by whom.
 *
 * <p>May import {@code config}, {@code digest}, {@code duty}, {@code mail}, {@code notice}, {@code pipeline}, {@code queue},
 * {@code sentence}, {@code jakarta.annotation}, {@code jakarta.ejb}, {@code jakarta.inject} and the JDK.
 */
package org.postern.pipeline.digest;
