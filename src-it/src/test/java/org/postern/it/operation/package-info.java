/**
 * The gateway in the hands of who operates it: by {@code ./postern}, and on a WildFly of somebody's own.
 */
package org.postern.it.operation;
