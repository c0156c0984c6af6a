/**
 * Asking servers for a person whether they would take mail, and keeping what they said for a while. No way into the network behind the gateway: who asks is told nothing of
 * hosts inside to which no route leads.
 *
 * <p>May import {@code admin.access}, {@code admin.parked}, {@code config}, {@code config.rule}, {@code delivery.host},
 * {@code delivery.probe}, {@code limit}, {@code mail}, {@code network}, {@code routing}, {@code sentence}, {@code smtp.wire},
 * {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.probe;
