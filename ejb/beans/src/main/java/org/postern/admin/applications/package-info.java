/**
 * The queues and topics of applications, what their accounts may do, and the messages that nobody could process: what a person sees of them, and does about them.
 *
 * <p>May import {@code account}, {@code admin.access}, {@code admin.content}, {@code admin.parked}, {@code admin.server}, {@code broker}, {@code config}, {@code config.rule},
 * {@code content}, {@code mail}, {@code queue}, {@code routing}, {@code sentence}, {@code smtp.wire}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.applications;
