/**
 * What a gateway with H2 needs and one with a database server does not: that its file stays small, and is written when it is said to be. The only package that knows more of H2 than
 * JDBC tells.
 *
 * <p>May import {@code duty}, {@code sentence}, {@code jakarta.annotation}, {@code jakarta.ejb}, {@code jakarta.inject}, {@code javax.sql},
 * {@code org.h2}, {@code org.jboss.logging} and the JDK.
 */
package org.postern.store.h2;
