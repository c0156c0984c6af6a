/**
 * What somebody who decides about incoming mail has to know, and no more: the port {@link org.postern.receiver.MailReceiver}, the facts of
 * a session he is asked with, the answers he can give, and the {@link org.postern.receiver.ListenerSetting settings} he shares with
 * listeners. An application that takes mail from the resource adapter compiles against this, {@code org.postern.mail} and
 * {@code org.postern.smtp} alone.
 *
 * <p>Read {@link org.postern.receiver.MailReceiver} first; {@link org.postern.receiver.SessionFacts} is what it is told,
 * {@link org.postern.receiver.AtCommand} and {@link org.postern.receiver.Reception} are what it answers.
 *
 * <p>May import {@code mail}, {@code smtp} and the JDK.
 */
package org.postern.receiver;
