package org.postern.admin.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.config.rule.RecipientPattern;
import org.postern.delivery.host.NextServer;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.routing.Destination;
import org.postern.routing.Route;
import org.postern.routing.RouteTarget;
import org.postern.routing.Way;
import org.postern.sentence.Sentence;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whom the console lets somebody have asked, and that it is no way into the network behind it. */
class ProbeQuestionTest {
    private static final NextServer INSIDE = server("10.0.0.7");
    private static final NextServer OUTSIDE = server("198.41.0.4");
    private final LeadingRoutes routes = new LeadingRoutes(List.of(route("own.example", "host:10.0.0.7:2525"),
            route("store.example", "lmtp:store.inside:24"), route("split.example", "mx"), route("*", "mx"),
            route("relayed.example", "smart:relay.inside:587,10.0.0.8:25")));

    private static NextServer server(String address) {
        return new NextServer("some.host", InetAddress.ofLiteral(address), 25);
    }

    private static Route route(String recipient, String target) {
        return new Route(RecipientPattern.parse(recipient), RouteTarget.parse(target), Optional.empty());
    }

    private ProbeQuestion ask(String recipient, String host) {
        return ProbeQuestion.of(recipient, host, routes, this::way, Set.of(25, 587));
    }

    private Way.To way(Mailbox mailbox) {
        Destination destination = routes.routes()
                .stream()
                .filter(route -> route.recipients().matches(mailbox))
                .findFirst()
                .map(Route::to)
                .filter(RouteTarget.To.class::isInstance)
                .map(to -> ((RouteTarget.To) to).destination())
                .orElseGet(() -> new Destination.MailExchangers(mailbox.domain()));
        return new Way.To(destination,
                new Envelope(ReversePath.NULL, Parameters.NONE, List.of(Recipient.of(mailbox))), Sentence.asItIs(""),
                false);
    }

    @ParameterizedTest
    @CsvSource({"own.example, '', postmaster@own.example, host:10.0.0.7:2525, true",
            "bob@strangers.example, '', bob@strangers.example, mx:strangers.example, false",
            "split.example, '', postmaster@split.example, mx:split.example, true",
            "bob@a.example, mx.a.example, bob@a.example, host:mx.a.example:25, false",
            "'', 198.41.0.4:587, 'postmaster@[198.41.0.4]', host:198.41.0.4:587, false",
            "'', store.inside:24, postmaster@store.inside, lmtp:store.inside:24, true",
            "'', '[::1]', 'postmaster@[IPv6:0:0:0:0:0:0:0:1]', host:[::1]:25, false",
            "'', relay.inside:587, postmaster@relay.inside, host:relay.inside:587, true"})
    void knowsWhomAndWhetherARouteLeadsThere(String recipient, String host, String mailbox, String destination,
            boolean leads) {
        ProbeQuestion question = ask(recipient, host);
        assertThat(question.recipient()).hasToString(mailbox);
        assertThat(question.destination()).hasToString(destination);
        assertThat(question.leads()).isEqualTo(leads);
        assertThat(question.maySpeakTo(OUTSIDE)).isTrue();
        assertThat(question.maySpeakTo(INSIDE)).isEqualTo(leads);
    }

    @ParameterizedTest
    @CsvSource({"'', 10.0.0.7:22", "'', strangers.example:443", "'', relay.inside:25x", "no..domain, ''",
            "'a b@c.example', ''", "'', ''"})
    void refusesWhatIsNoQuestionOfMail(String recipient, String host) {
        assertThatThrownBy(() -> ask(recipient, host)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRouteToAHostOpensNoOtherPortOfIt() {
        assertThat(ask("", "10.0.0.7:2525").leads()).isTrue();
        assertThat(ask("", "10.0.0.7:25").leads()).isFalse();
    }
}
