/**
 * Whom the services for people act for, and what that one may do: a person of the console, in a role, or whoever has the local token.
 *
 * <p>May import the JDK alone.
 */
package org.postern.admin.access;
