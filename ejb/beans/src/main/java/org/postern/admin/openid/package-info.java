/**
 * The way into the console by an OpenID provider: there, back with a code, and what the provider's token says of who came.
 *
 * <p>May import {@code admin.access}, {@code admin.people}, {@code config}, {@code limit}, {@code mail}, {@code net}, {@code sentence},
 * {@code jakarta.inject}, {@code jakarta.json}, {@code org.jboss.logging}, {@code org.jose4j} and the JDK.
 */
package org.postern.admin.openid;
