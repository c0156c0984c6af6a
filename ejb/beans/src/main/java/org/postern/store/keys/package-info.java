/**
 * The keys the gateway signs with, return paths and mail, in the database, shared by its nodes.
 *
 * <p>May import {@code auth.dkim}, {@code bounce}, {@code event}, {@code mail}, {@code signing}, {@code smtp.wire}, {@code store},
 * {@code jakarta.inject}, {@code jakarta.persistence}, {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.keys;
