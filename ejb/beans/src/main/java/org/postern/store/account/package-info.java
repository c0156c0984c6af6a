/**
 * What accounts of applications may do, in the database, behind the port that {@code account} declares.
 *
 * <p>May import {@code account}, {@code store}, {@code jakarta.inject}, {@code jakarta.persistence}, {@code jakarta.transaction} and the JDK.
 */
package org.postern.store.account;
