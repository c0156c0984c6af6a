/**
 * Reads the configuration file, and says of each error in which line it is. Nothing but start-up and the check of a file imports it.
 *
 * <p>May import {@code config}, {@code config.catalogue}, {@code config.rule}, {@code delivery.outcome}, {@code delivery.sts},
 * {@code mail}, {@code reputation}, {@code routing}, {@code smtp.wire}, {@code org.tomlj} and the JDK.
 */
package org.postern.config.file;
