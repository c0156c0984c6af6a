/**
 * What the gateway promises, shown on the real server: one promise a class, its name a sentence. Classes that share a gateway
 * ({@code @World.Shared}) run one after another; those with a gateway of their own run beside them, and may rely on no port or file but
 * their own. Those that take longest begin first ({@code @Order(1)}); a gateway under load leaves the processor to others.
 */
package org.postern.it;
