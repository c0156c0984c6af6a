/**
 * Gateways that share a database: who they are, so that no two of them have one name.
 *
 * <p>May import nothing but the JDK.
 */
package org.postern.node;
