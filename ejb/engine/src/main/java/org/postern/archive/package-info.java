/**
 * Mail that is kept as it was handed over, so that it can be looked at and handed over again: that of the sink, and that of applications whose table says so.
 *
 * <p>May import {@code config.rule}, {@code mail}, {@code queue}, {@code routing}, {@code sentence} and the JDK.
 */
package org.postern.archive;
