/**
 * Archived mail in the database: messages, their recipients, and the content in parts.
 *
 * <p>May import {@code archive}, {@code assessment}, {@code event}, {@code mail}, {@code queue}, {@code routing}, {@code smtp.wire}, {@code store},
 * {@code store.parked}, {@code story}, {@code jakarta.inject}, {@code jakarta.persistence}, {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.archive;
