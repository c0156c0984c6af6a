/** Who may use the console, and what they may do there. */
package org.postern.it.people;
