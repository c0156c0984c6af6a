/**
 * The database: entities, migrations, and the adapters of the ports that need one. The only package that imports
 * {@code jakarta.persistence}; entities are seen nowhere else.
 */
package org.postern.store;
