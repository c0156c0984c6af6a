/**
 * What the integration tests are written with: a gateway as a process of its own, and the world around it (name server, next hop,
 * clients) on loopback. Nothing here looks into the gateway; everything goes through the doors that its users have.
 */
package org.postern.it.harness;
