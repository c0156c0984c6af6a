/**
 * What people keep in the console, in one form that is written into a file, read from it, compared, and put back: tables of texts, as the
 * configuration file has them.
 *
 * <p>May import {@code config.rule}, {@code sentence} and the JDK.
 */
package org.postern.config.kept;
