package org.postern.web.api.domains;

import org.postern.admin.probe.ProbeView;
import org.postern.delivery.probe.Contact;
import org.postern.delivery.probe.Probed;
import org.postern.delivery.probe.ShownCertificate;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What asking servers has come to.
 *
 * @param id that of the operation
 * @param recipient about whom was asked
 * @param over whether it goes on no more
 * @param verdict what would become of mail now; nothing while it goes on
 * @param reason the reply on which that rests
 * @param contacts the connections
 */
public record ProbeAnswer(String id, String recipient, String destination, String by, Instant begun, boolean over,
        Optional<Probed.Verdict> verdict, Optional<String> reason, List<Connection> contacts) {
    /**
     * One connection with a server, or one that did not come about.
     *
     * @param demand what was demanded of TLS
     * @param tls protocol and cipher; nothing in the clear
     * @param fault why TLS was not as demanded
     * @param flaw why the certificates would prove nothing to who asks for an authority and the name of the host
     */
    public record Connection(String server, String demand, Optional<String> tls, Optional<String> fault,
            List<ShownCertificate> certificates, Optional<String> flaw, List<Line> lines) {
        static Connection of(Contact one) {
            return new Connection(one.server(), one.demand(), one.tls(), one.fault().map(Sentence::toString),
                    one.chain(), one.flaw().map(Sentence::toString),
                    one.lines()
                            .stream()
                            .map(line -> new Line(line.at().toMillis(), line.speaker(), line.text()))
                            .toList());
        }
    }

    /** What was said, so many milliseconds after the beginning of all. */
    public record Line(long millis, Contact.Speaker speaker, String text) {}

    static ProbeAnswer of(ProbeView view) {
        return new ProbeAnswer(view.id(), view.recipient(), view.destination(), view.by(), view.begun(),
                view.isOver(), view.result().map(Probed::verdict),
                view.result().map(Probed::reason).map(Sentence::toString),
                view.result()
                        .map(Probed::contacts)
                        .stream()
                        .flatMap(List::stream)
                        .map(Connection::of)
                        .toList());
    }
}
