package org.postern.admin.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The listeners and queues of this node, as they are now. */
@Desk
@Singleton
public class ServerView {
    private static final String LISTENERS = "org.postern:type=SmtpListener,*";

    private final ManagementTree tree;
    private final BrokerQueues queues;

    @Inject
    ServerView(ManagementTree tree, BrokerQueues queues) {
        this.tree = tree;
        this.queues = queues;
    }

    /** {@return the listeners that are deployed, in the order of their names} */
    @Looks(Role.AUDITOR)
    public List<ListenerView> listeners() {
        return whatListens();
    }

    /** {@return the same, for whoever asks whether mail is taken} */
    List<ListenerView> whatListens() {
        return tree.read(LISTENERS, ServerView::listener);
    }

    private static ListenerView listener(ManagementTree.Bean bean) {
        return new ListenerView(bean.text("Name"), bean.text("ProtocolRole"), bean.text("State"),
                bean.text("BindAddress"), (int) bean.number("Port"), bean.text("Error"), (int) bean.number("Sessions"),
                bean.number("SessionsBegun"), bean.number("MessagesAccepted"));
    }

    /** {@return the certificates that listeners show, listener by listener, the first of each to clients that ask for no name} */
    @Looks(Role.AUDITOR)
    public List<CertificateView> certificates() {
        return whatIsShown();
    }

    /** {@return the same, for whoever looks for what should be seen to} */
    List<CertificateView> whatIsShown() {
        return tree.read(LISTENERS, ServerView::certificates).stream().flatMap(List::stream).toList();
    }

    private static List<CertificateView> certificates(ManagementTree.Bean listener) {
        String name = listener.text("Name");
        return listener.rows("Certificates")
                .stream()
                .map(row -> new CertificateView(name, row.text("subject"), row.text("names"),
                        Instant.ofEpochSecond(row.number("ends"))))
                .toList();
    }

    /** {@return the sessions that are going on, listener by listener, the oldest first; a thousand of each at most} */
    @Looks(Role.AUDITOR)
    public List<SessionView> sessions() {
        return tree.read(LISTENERS, ServerView::sessions).stream().flatMap(List::stream).toList();
    }

    private static List<SessionView> sessions(ManagementTree.Bean listener) {
        String name = listener.text("Name");
        return listener.rows("SessionList").stream().map(row -> session(name, row)).toList();
    }

    private static SessionView session(String listener, ManagementTree.Row row) {
        return new SessionView(listener, row.text("reference"), row.text("client"), row.text("helo"), row.text("stage"),
                row.text("tls"), row.text("identity"), row.number("octets"), row.number("messages"),
                Duration.ofSeconds(row.number("seconds")));
    }

    /** {@return all JMS queues, the gateway's own and those of applications, in the order of their names} */
    @Looks(Role.AUDITOR)
    public List<QueueView> queues() {
        return queues.all().stream().filter(BrokerQueues.Held::isOfJms).map(BrokerQueues.Held::view).toList();
    }
}
