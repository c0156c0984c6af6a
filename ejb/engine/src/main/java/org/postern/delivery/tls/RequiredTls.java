package org.postern.delivery.tls;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.tls.TlsPolicies.Decision;
import org.postern.delivery.tls.TlsPolicies.Demanded;
import org.postern.mail.Message;
import org.postern.smtp.EnhancedStatus;
import org.postern.smtp.Reply;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the sender requires TLS (RFC 8689): then only a server that has proved who it is may have the message, and none that
 * can be asked later is waited for.
 */
public record RequiredTls(boolean required) {
    private static final EnhancedStatus STATUS = new EnhancedStatus(5, 7, 30);

    /** The server has no TLS; its certificate does not do. */
    private static final Set<EnhancedStatus> LASTING = Set.of(new EnhancedStatus(4, 7, 4), new EnhancedStatus(4, 7, 5));

    public static RequiredTls of(Message message) {
        return new RequiredTls(message.envelope().parameters().get("REQUIRETLS").isPresent());
    }

    /** {@return the decision, or one that asks for a verified certificate where it does not} */
    public Decision heightened(Decision decision, NextServer server) {
        boolean tooLow = required && decision instanceof Demanded(TlsDemand demand) && switch (demand) {
            case TlsDemand.None none -> true;
            case TlsDemand.May may -> true;
            case TlsDemand.Encrypt encrypt -> true;
            case TlsDemand.Verify verify -> false;
            case DaneDemand dane -> dane.records().isEmpty();
            case StsDemand sts -> !sts.enforced();
        };
        return tooLow ? new Demanded(new TlsDemand.Verify(List.of(server.name()), Optional.empty())) : decision;
    }

    /**
     * {@return the reply for a message whose session is not protected as demanded} Where the sender requires TLS that is for good, unless
     * TLS only failed, which another time it may not.
     */
    public Reply told(Reply temporary) {
        return required && temporary.status().filter(LASTING::contains).isPresent()
                ? new Reply(550, Optional.of(STATUS), temporary.lines())
                : temporary;
    }

    /** {@return whether a server's lack of REQUIRETLS, or of a verified session, is what this reply is about} */
    public static boolean isToldBy(Reply reply) {
        return reply.status().filter(STATUS::equals).isPresent();
    }
}
