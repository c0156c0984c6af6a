/**
 * What {@code ./postern} asks of the running gateway, on loopback and with the local token alone, and {@code /ready}.
 */
package org.postern.web.local;
