/**
 * Applications beside the gateway, in the same server: what the documentation shows does what it says, what is deployed stays, and whoever hands in what cannot be
 * understood is told.
 */
package org.postern.it.applications;
