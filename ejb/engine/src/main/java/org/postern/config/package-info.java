/**
 * What an operator sets: the {@link org.postern.config.SettingsCatalogue settings} with their defaults and limits, and the configuration
 * file with the line of each error.
 *
 * <p>May import {@code config.rule}, {@code mail}, {@code network}, {@code receiver}, {@code routing}, {@code smtp.wire} and the JDK.
 */
package org.postern.config;
