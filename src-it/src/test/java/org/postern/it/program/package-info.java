/** What other programs ask over HTTP, and how they are answered. */
package org.postern.it.program;
