/**
 * The stories of messages, in the database: written in batches, found by address, domain and name, and forgotten in time.
 */
package org.postern.store.trace;
