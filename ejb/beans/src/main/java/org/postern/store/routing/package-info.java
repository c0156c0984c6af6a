/**
 * Routes and aliases that people have written in the console, in the database, with the version by which nodes notice a change.
 */
package org.postern.store.routing;
