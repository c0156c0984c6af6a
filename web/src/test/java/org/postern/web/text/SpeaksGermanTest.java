package org.postern.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.admin.parked.OperationView;
import org.postern.admin.parked.ParkedAct;
import org.postern.auth.dkim.KeyText;
import org.postern.auth.dmarc.Dmarc;
import org.postern.delivery.host.HostFinder;
import org.postern.delivery.host.Obstacle;
import org.postern.dns.NoAnswer;
import org.postern.dns.NoData;
import org.postern.dns.Temporary;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;
import org.postern.queue.QueueUnavailableException;
import org.postern.routing.Forecast;
import org.postern.routing.Passage;
import org.postern.routing.Router;
import org.postern.routing.Routing;
import org.postern.routing.RoutingAssembly;
import org.postern.routing.StoredAlias;
import org.postern.routing.StoredRoute;
import org.postern.routing.Subaddress;
import org.postern.scan.ScanResult;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;
import org.postern.smtp.Reply;
import org.postern.web.page.parked.OperationsView;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the gateway says by itself is whole in German, with the parts of others in it as they are. */
class SpeaksGermanTest {
    private static final Texts GERMAN = Texts.in(Language.GERMAN);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Pattern PROSE_AS_IT_IS = Pattern
            .compile("\\b(?:asItIs|QueueUnavailableException)\\(\\s*\"[^\"]*[a-z]{2,} [a-z]{2,}");

    private static StoredAlias alias(String address, Optional<String> owner, String... members) {
        return new StoredAlias(address, true, List.of(members), owner, "", "ann", NOON);
    }

    private static List<String> forecast(String local, String domain) {
        Routing routing = new RoutingAssembly(List.of(), Subaddress.NONE).of(
                List.of(new StoredRoute(1, true, "a.example", Optional.empty(), Optional.of("mx"), "queue:orders",
                        false, "", "ann", NOON),
                        new StoredRoute(2, true, "d.example", Optional.empty(), Optional.empty(), "discard", false, "",
                                "ann", NOON)),
                List.of(alias("staff@l.example", Optional.of("boss@l.example"), "x@a.example", "y@a.example"),
                        alias("this@l.example", Optional.empty(), "that@l.example"),
                        alias("that@l.example", Optional.empty(), "this@l.example")),
                problem -> {
                    throw new AssertionError(problem);
                });
        Router router = new Router(() -> routing, new Domain("gw.example"), Optional.empty());
        return new Forecast(() -> routing, router)
                .of(new Mailbox(local, new Domain(domain)),
                        new Passage(ReversePath.of(new Mailbox("me", new Domain("home.example"))), Optional.of("mx")))
                .stream()
                .map(GERMAN::said)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"x|a.example|von allen angenommen",
            "x|a.example|Mail von <me@home.example> f\u00fcr x@a.example geht an queue:orders: Route 1 (an a.example \u00fcber mx)",
            "x|b.example|nur von vertrauten Clients und Benutzern angenommen: b.example ist keine eigene Domain",
            "x|b.example|Mail von <me@home.example> f\u00fcr x@b.example geht an mx:b.example: keine Route: die Hosts der Domain",
            "x|d.example|Mail von <me@home.example> f\u00fcr x@d.example wird verworfen: Route 2 (an d.example)",
            "staff|l.example|staff@l.example ist Liste staff@l.example: 2 Postf\u00e4cher, Berichte an boss@l.example",
            "this|l.example|Mail von <me@home.example> f\u00fcr this@l.example geht nirgendwohin: Alias this@l.example: die Aliase f\u00fchren im Kreis"})
    void whereMailWouldGo(String local, String domain, String said) {
        assertThat(forecast(local, domain)).contains(said);
    }

    @Test
    void whatAnOperationStumbledOver() throws Exception {
        OperationView broken = new OperationView("1", new ParkedAct.Hold().said(), "ann", NOON, Optional.of(NOON),
                OperationView.State.BROKEN, 3, 1, 0, 0,
                Optional.of(Sentence.form("mayNotAnyMore", "").with("ann")));
        assertThat(ScopedValue.where(Texts.CURRENT, GERMAN).call(() -> new OperationsView().summary(broken)))
                .endsWith("Anhalten: 1 von 3. ann darf das nicht mehr.");
    }

    @Test
    void whatDoesNotGoOn() {
        assertThat(GERMAN.said(Sentence.form("dutyStuck", "").with(Sentence.form("dutyReadRules", "").with())))
                .isEqualTo("das Lesen der Regeln l\u00e4uft nicht weiter; diesen Server neu starten");
    }

    private static Stream<Arguments> reasons() {
        Temporary unanswered = new Temporary("SERVFAIL");
        return Stream.of(
                Arguments.of(Obstacle.of(451, "4.4.3", HostFinder.failed(new Domain("a.example"), unanswered.reason()))
                        .shown(), "451 4.4.3 das Nachschlagen von a.example ist gescheitert: SERVFAIL"),
                Arguments.of(Obstacle.of(Reply.of(421, "4.3.2", "closing")).shown(), "421 4.3.2 closing"),
                Arguments.of(dmarc(new NoData()), "kein Eintrag mit einer Policy"),
                Arguments.of(dmarc(unanswered), "_dmarc.a.example: SERVFAIL"),
                Arguments.of(new KeyText("v=DKIM1; p=").words(), "der Schl\u00fcssel ist widerrufen"),
                Arguments.of(RefusedException.sentenceOf(new QueueUnavailableException(
                        Sentence.form("theDiskIsFull", "the disk is full").with(), true, new IOException())),
                        "die Platte ist voll"),
                Arguments.of(new ScanResult.Unavailable(
                        Sentence.form("noAnswerWithinX", "no answer within {0} ms").with("50")).reason(),
                        "keine Antwort in 50 ms"));
    }

    private static Sentence dmarc(NoAnswer answer) {
        return new Dmarc(name -> answer).look(List.of("x@a.example"), Optional.empty(), List.of()).reason();
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void whyItIsSo(Sentence reason, String said) {
        assertThat(GERMAN.said(reason)).isEqualTo(said);
    }

    /** That is for what others have said. */
    @Test
    void noServiceSaysASentenceOfItsOwnAsItIs() {
        for (Path folder : List.of(Path.of("../ejb/engine/src/main/java"), Path.of("../ejb/beans/src/main/java"),
                Bundles.CLASSES)) {
            assertThat(Bundles.files(folder, name -> name.endsWith(".java")))
                    .noneSatisfy(type -> assertThat(Bundles.source(type)).containsPattern(PROSE_AS_IT_IS));
        }
    }
}
