/**
 * The PROXY protocol, versions 1 and 2, on the receiving side: what a load balancer says of the client it speaks for, before the first
 * octet of the client. Only a sender that is trusted may say it.
 *
 * <p>May import the JDK alone.
 */
package org.postern.ra.proxy;
