/** What may be done on the pages of the console, act by act, and by whom. */
package org.postern.it.acts;
