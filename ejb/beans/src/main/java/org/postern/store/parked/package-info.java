/**
 * Mail that waits, in the database: messages, the content in parts, the locks by which nodes share the work, and the orders of operators
 * about destinations.
 */
package org.postern.store.parked;
