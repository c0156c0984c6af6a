/** Where the time of a build goes. Imports nothing of the gateway and nothing of the harness. */
package org.postern.it.times;
