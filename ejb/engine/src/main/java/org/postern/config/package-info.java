/**
 * What an operator sets: the {@link org.postern.config.SettingsCatalogue settings} with their defaults and limits, and the
 * configuration file with the line of each error.
 *
 * <p>May import {@code org.postern.mail}, {@code org.postern.smtp.wire}, tomlj and the JDK.
 */
package org.postern.config;
