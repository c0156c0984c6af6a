/**
 * Mail that waits, in the database: messages, the content in parts, the locks by which nodes share the work, and the orders of operators
 * about destinations.
 *
 * <p>May import {@code assessment}, {@code content}, {@code delivery.gate}, {@code digest}, {@code event}, {@code mail}, {@code queue},
 * {@code routing}, {@code smtp.wire}, {@code store}, {@code story}, {@code jakarta.enterprise}, {@code jakarta.inject},
 * {@code jakarta.persistence}, {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.parked;
