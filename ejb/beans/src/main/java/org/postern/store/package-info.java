/**
 * The database: entities, migrations, and the adapters of the ports that need one. The only package that imports
 * {@code jakarta.persistence}; entities are seen nowhere else.
 *
 * <p>May import {@code duty}, {@code event}, {@code mail}, {@code sentence}, {@code store.h2}, {@code jakarta.annotation}, {@code jakarta.ejb},
 * {@code jakarta.enterprise}, {@code jakarta.inject}, {@code jakarta.interceptor}, {@code jakarta.persistence}, {@code javax.sql}, {@code org.flywaydb} and the JDK.
 */
package org.postern.store;
