/**
 * Keeps the own classifier at what was taught, on every node.
 *
 * <p>May import {@code config}, {@code content.learn}, {@code content.teach}, {@code duty}, {@code pipeline}, {@code sentence}, {@code trust},
 * {@code jakarta.annotation}, {@code jakarta.ejb}, {@code jakarta.inject} and the JDK.
 */
package org.postern.pipeline.learn;
