/**
 * IP networks as values: ranges of addresses in CIDR notation, and who is one client. Nothing here asks the DNS.
 *
 * <p>May import the JDK alone.
 */
package org.postern.network;
