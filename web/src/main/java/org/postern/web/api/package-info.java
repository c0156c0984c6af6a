/**
 * How other programs ask and act, over HTTP in JSON: who may come in, what every request and answer has in common, and how faults are told
 * (RFC 9457). What they ask for is in the rooms below, a class for each noun.
 *
 * <p>May import {@code admin.access}, {@code admin.people}, {@code admin.programs}, {@code limit}, {@code queue}, {@code sentence},
 * {@code web.door}, {@code jakarta.annotation}, {@code jakarta.inject}, {@code jakarta.json}, {@code jakarta.servlet}, {@code jakarta.ws},
 * {@code org.jboss.logging} and the JDK.
 */
package org.postern.web.api;
