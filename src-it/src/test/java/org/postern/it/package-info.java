/** What the gateway promises, shown on the real server: one promise a class, its name a sentence. */
package org.postern.it;
