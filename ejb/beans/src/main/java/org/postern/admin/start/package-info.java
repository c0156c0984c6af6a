/**
 * The first steps of a new gateway: whether mail would leave, a mail to try it, and what was set up as lines of the configuration file.
 *
 * <p>May import {@code admin.access}, {@code admin.routes}, {@code config}, {@code config.rule}, {@code delivery}, {@code event},
 * {@code limit}, {@code mail}, {@code notice}, {@code queue}, {@code routing}, {@code sentence}, {@code smtp.wire}, {@code jakarta.inject}
 * and the JDK.
 */
package org.postern.admin.start;
