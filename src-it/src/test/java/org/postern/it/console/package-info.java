/** The console as people meet it: in a browser, with hands and eyes. */
package org.postern.it.console;
