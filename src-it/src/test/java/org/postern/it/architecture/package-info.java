/** The map: which room may know which, and what is done nowhere. */
package org.postern.it.architecture;
