/**
 * The way of a message through the gateway, on a few short files: each stage decodes, asks the engine, and posts on.
 *
 * <p>Does not import {@code jakarta.persistence} or {@code org.postern.admin}.
 */
package org.postern.pipeline;
