/**
 * Mail in the sink, in the database: messages, their recipients, and the content in parts.
 *
 * <p>May import {@code event}, {@code mail}, {@code sink}, {@code smtp.wire}, {@code store}, {@code store.parked}, {@code jakarta.inject},
 * {@code jakarta.persistence}, {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.sink;
