package org.postern.admin.openid;

import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;
import org.jboss.logging.Logger;

import java.lang.invoke.MethodHandles;

/** What is said in the log of logins by an OpenID provider. Each message says what to do next. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2715, max = 2719)
public interface OpenIdLog {
    OpenIdLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), OpenIdLog.class, "org.postern.admin.openid");

    @LogMessage(level = WARN)
    @Message(id = 2715, value = "Nobody can log in to the console by the OpenID provider %s: %s. See to the provider and to http.oidc; meanwhile people"
            + " log in by a password, if http.passwords is true")
    void away(String issuer, String reason);

    @LogMessage(level = WARN)
    @Message(id = 2716, value = "Somebody who came from the OpenID provider %s by %s was not let into the console: %s. Where they ought to be, see to"
            + " http.oidc and to what they are at the provider")
    void refused(String issuer, String network, String reason);
}
