/**
 * The keys the gateway signs with, in the database, shared by its nodes.
 */
package org.postern.store.keys;
