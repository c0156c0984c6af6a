/** Tickets that come by mail: each is confirmed in the transaction that takes it. */
package org.postern.examples.tickets;
