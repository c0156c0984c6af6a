/**
 * What the gateway promises, shown on the real server: one promise a class, its name a sentence. Classes that share a gateway
 * ({@code @World.Shared}) run one after another; those with a gateway of their own run beside them, and may rely on no port or file but
 * their own; what loads the machine so that others would have to wait is {@code @Isolated}, and runs at the end.
 */
package org.postern.it;
