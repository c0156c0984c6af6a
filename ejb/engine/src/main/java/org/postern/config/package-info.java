/**
 * What an operator sets: the settings with their defaults and limits, and the configuration file with the line of each error.
 *
 * <p>May import {@code org.postern.mail}, tomlj and the JDK.
 */
package org.postern.config;
