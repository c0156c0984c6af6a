/**
 * The gateway as the command line reaches it: its data folder, its process, and what it offers over HTTP.
 *
 * <p>May import {@code jakarta.json} and the JDK.
 */
package org.postern.cli.client;
