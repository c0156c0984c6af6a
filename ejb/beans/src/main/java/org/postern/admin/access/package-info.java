/**
 * Whom the services for people act for, and what that one may do: a person of the console, in a role, or whoever has the local token. Who
 * was let in nowhere may do nothing, and what was done is kept.
 *
 * <p>May import {@code limit}, {@code mail}, {@code sentence}, {@code jakarta.annotation}, {@code jakarta.inject}, {@code jakarta.interceptor},
 * {@code org.jboss.logging} and the JDK.
 */
package org.postern.admin.access;
