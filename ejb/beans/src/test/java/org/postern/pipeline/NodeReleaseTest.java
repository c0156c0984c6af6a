package org.postern.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.mail.DomainSet;
import org.postern.mail.QueueId;
import org.postern.network.Network;
import org.postern.network.Networks;
import org.postern.policy.Confidence;
import org.postern.policy.PolicyReplies;
import org.postern.queue.Admission;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.WaitingMail;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.routing.Destination;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class NodeReleaseTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Confidence CONFIDENCE = new Confidence(new Networks(List.of(Network.parse("10.0.0.0/8"))));

    private final Leaving waiting = new Leaving();
    private final NodeRelease release = new NodeRelease(waiting, CONFIDENCE, InstantSource.fixed(NOW));

    private static SessionFacts session(String client) {
        return SessionFacts.begun("SESSION", "mx", ProtocolRole.MX, "gw.example",
                new InetSocketAddress(InetAddress.ofLiteral(client), 4711),
                new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 25));
    }

    private static ParkedSummary parked(int number, String recipient) {
        return new ParkedSummary("key-" + number, new QueueId("01HZZZZZZZZZZZZ1"), "a@one.example", recipient, 1,
                ParkedMessage.Reason.DEFERRED, Optional.of(NOW.plusSeconds(number)), Optional.empty(), 1, NOW, 1, "",
                Optional.empty());
    }

    /** What is brought forward leaves at once. */
    private static final class Leaving implements WaitingMail {
        private final List<ParkedSummary> parked = new ArrayList<>();

        @Override
        public Looked release(Instant now, int limit, Admission admission, Taker taker) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> within(DomainSet domains, Collection<String> keys) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long octets(ParkedFilter filter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int recall(Destination destination, Instant now, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ParkedSummary> list(ParkedQuery query) {
            return parked.stream()
                    .filter(one -> query.after().isEmpty() || isBehind(one, query.after().get()))
                    .limit(query.limit())
                    .toList();
        }

        private static boolean isBehind(ParkedSummary one, ParkedQuery.Place place) {
            return one.due().orElseThrow().isAfter(place.due().orElseThrow());
        }

        @Override
        public long count(ParkedFilter filter, int most) {
            return parked.size();
        }

        @Override
        public long count(Optional<Destination.Kind> kind, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> destinations(String after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean look(String key, Consumer<ParkedMessage> reader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int change(Collection<String> keys, UnaryOperator<ParkedMessage> change, String by, Taker teller) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int bringForward(Collection<String> keys, Instant now, String by) {
            int before = parked.size();
            parked.removeIf(one -> keys.contains(one.key()));
            return before - parked.size();
        }

        @Override
        public int drop(Collection<String> keys, Taker taker) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void allThatWaitsIsBroughtForwardHoweverManyPagesThereAre() {
        IntStream.range(0, 3500).forEach(number -> waiting.parked.add(parked(number, "b@two.example")));
        assertThat(release.release(session("10.1.2.3"), "two.example")).isEqualTo(PolicyReplies.released(3500));
        assertThat(waiting.parked).isEmpty();
    }

    @Test
    void whatIsForOthersStays() {
        waiting.parked.add(parked(1, "b@two.example"));
        waiting.parked.add(parked(2, "b@sub.two.example"));
        assertThat(release.release(session("10.1.2.3"), "two.example")).isEqualTo(PolicyReplies.released(1));
        assertThat(waiting.parked).extracting(ParkedSummary::key).containsExactly("key-2");
        assertThat(release.release(session("10.1.2.3"), "@two.example")).isEqualTo(PolicyReplies.released(1));
    }

    @Test
    void strangersReleaseNothing() {
        assertThat(release.release(session("192.0.2.9"), "two.example")).isEqualTo(PolicyReplies.MAY_NOT_RELEASE);
    }
}
