/**
 * Reads the configuration file, and says of each error in which line it is. Start-up and the check of a file import it, and what takes in
 * all that people keep; nothing that mail goes through does.
 *
 * <p>May import {@code config}, {@code config.catalogue}, {@code config.kept}, {@code config.rule}, {@code delivery.outcome},
 * {@code delivery.sts}, {@code event}, {@code mail}, {@code reputation}, {@code routing}, {@code sentence}, {@code smtp.wire}, {@code org.tomlj}
 * and the JDK.
 */
package org.postern.config.file;
