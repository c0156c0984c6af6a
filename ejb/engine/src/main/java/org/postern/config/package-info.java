/**
 * What an operator sets: what a {@link org.postern.config.Setting} is, and the value of each. A room of the engine declares the settings
 * it uses itself; those of listeners, the server and the start script stand here.
 *
 * <p>May import {@code config.rule}, {@code mail}, {@code network}, {@code receiver}, {@code sentence}, {@code smtp.wire} and the JDK.
 */
package org.postern.config;
