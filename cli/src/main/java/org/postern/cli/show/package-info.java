/**
 * What the command line prints, for people and for programs.
 *
 * <p>May import {@code jakarta.json} and the JDK.
 */
package org.postern.cli.show;
