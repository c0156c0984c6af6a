package org.postern.ra.tls;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

import java.lang.invoke.MethodHandles;

/** What is said about key material: numbers 1100 to 1199. */
@MessageLogger(projectCode = "POSTERN", length = 4)
interface TlsLog extends BasicLogger {
    TlsLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), TlsLog.class, "org.postern.ra.tls");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1101, value = "No certificate is configured: a self-signed one was made for %s in %s. Mail is encrypted, but nobody "
            + "can tell that this is the right server. Set tls.certificate and tls.key, or tls.keystore, to a certificate of an "
            + "authority")
    void selfSigned(String serverName, String file);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1102, value = "TLS uses the certificate of %s, valid until %s, and %d more. Its files are read again when they change")
    void loaded(String subject, String validUntil, int more);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1103, value = "TLS cannot be used: %s. Correct the file; it is read again every minute. Until then STARTTLS is not "
            + "offered, and listeners with implicit TLS close each connection")
    void notLoaded(String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1104, value = "The changed key material cannot be used, TLS goes on with the old: %s. Correct the file; it is read "
            + "again every minute")
    void notReloaded(String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1105, value = "The certificate of %s has expired on %s. Replace its file; it is read again when it changes")
    void expired(String subject, String day);
}
