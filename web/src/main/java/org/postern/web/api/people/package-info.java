/**
 * Who may come in, by name, by session and by token; who hands in mail; who did what.
 *
 * <p>May import {@code admin.access}, {@code admin.audit}, {@code admin.kept}, {@code admin.people}, {@code admin.programs}, {@code mail},
 * {@code sentence}, {@code web.api}, {@code jakarta.inject}, {@code jakarta.ws} and the JDK.
 */
package org.postern.web.api.people;
