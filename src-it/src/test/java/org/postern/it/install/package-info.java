/**
 * The gateway as it is installed: by its Debian package, and from a read-only tree by any user, as in a container.
 */
package org.postern.it.install;
