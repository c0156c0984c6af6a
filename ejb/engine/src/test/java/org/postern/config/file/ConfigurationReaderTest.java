package org.postern.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.config.ConsoleSettings;
import org.postern.config.GatewaySettings;
import org.postern.config.ReceiverSettings;
import org.postern.config.Settings;
import org.postern.config.rule.LoginRule;
import org.postern.config.rule.MailRule;
import org.postern.config.rule.RecipientPattern;
import org.postern.config.rule.Secret;
import org.postern.config.rule.TlsPolicy;
import org.postern.config.rule.TlsRule;
import org.postern.dns.NameServerSettings;
import org.postern.mail.Domain;
import org.postern.network.Network;
import org.postern.policy.check.PolicySettings;
import org.postern.routing.Destination;
import org.postern.routing.Route;
import org.postern.routing.RoutePattern;
import org.postern.routing.RouteTarget;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class ConfigurationReaderTest {
    private static final ConfigurationReader READER = new ConfigurationReader(Overrides.none());

    private static Configuration valid(String text) {
        Reading reading = READER.read("gw.toml", text);
        assertThat(reading).isInstanceOf(Reading.Valid.class);
        return ((Reading.Valid) reading).configuration();
    }

    private static List<String> problems(String text) {
        Reading reading = READER.read("gw.toml", text);
        assertThat(reading).isInstanceOf(Reading.Invalid.class);
        return ((Reading.Invalid) reading).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void readsWhatAnOperatorWrites() {
        Configuration configuration = valid("""
                [gateway]
                name = "mail.example.org"
                dns  = ["127.0.0.1:5353", "192.0.2.53"]
                [listener.mx]
                bind = "0.0.0.0"
                port = 2526
                [networks]
                trusted = ["127.0.0.0/8", "2001:db8::/32"]
                [[route]]
                recipient = "test.example"
                to = "host:127.0.0.1:2627"
                [[route]]
                recipient = "app.example"
                to = "queue:orders"
                known = ["Alice", "orders"]
                [[rule]]
                name = "called-spam"
                header = "X-Spam-Flag: *YES*"
                action = "quarantine"
                [settings]
                "policy.received-limit" = 30
                """);
        Settings settings = configuration.settings();
        assertThat(settings.get(GatewaySettings.NAME)).contains("mail.example.org");
        assertThat(settings.get(NameServerSettings.SERVERS)).containsExactly(
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 5353),
                new InetSocketAddress(InetAddress.ofLiteral("192.0.2.53"), 53));
        assertThat(settings.get(ReceiverSettings.MX_PORT)).isEqualTo(2526);
        assertThat(settings.get(PolicySettings.TRUSTED)).containsExactly(Network.parse("127.0.0.0/8"),
                Network.parse("2001:db8::/32"));
        assertThat(settings.get(PolicySettings.RECEIVED_LIMIT)).isEqualTo(30);
        assertThat(configuration.routes()).containsExactly(
                new Route(Route.ofFile(1),
                        new RoutePattern(new RecipientPattern.OfDomain(new Domain("test.example"))),
                        new RouteTarget.To(new Destination.NextHost("127.0.0.1", 2627)), Optional.empty()),
                new Route(Route.ofFile(2),
                        new RoutePattern(new RecipientPattern.OfDomain(new Domain("app.example"))),
                        new RouteTarget.To(new Destination.ApplicationQueue("orders")),
                        Optional.of(Set.of("alice", "orders"))));
        assertThat(configuration.rules()).extracting(MailRule::name).containsExactly("called-spam");
    }

    @Test
    void routesMayAskForSenderAndListener() {
        assertThat(valid("""
                [[route]]
                recipient = "*"
                sender = "<>"
                listener = "internal"
                to = "smart:a.example,b.example:26*3;c.example"
                """).routes()).extracting(route -> route.reason().toString(), route -> route.to().toString())
                .containsExactly(tuple("route 1 of the file (to * from <> by internal)",
                        "smart:a.example:25,b.example:26*3;c.example:25"));
        assertThat(problems("""
                [[route]]
                recipient = "*"
                sender = "a b@c.example"
                listener = "m x"
                to = "mx"
                """)).hasSize(2);
    }

    @Test
    void aRouteThatNeverCountsIsAProblem() {
        assertThat(problems("""
                [[route]]
                recipient = "a.example"
                to = "mx"
                [[route]]
                recipient = "A.example"
                to = "queue:orders"
                [[route]]
                recipient = "b.example"
                listener = "smtp"
                to = "mx"
                """)).containsExactly("gw.toml:5:1: never counts, as route 1 of the file asks for the same",
                "gw.toml:9:1: there is no listener smtp but mx, submission, submissions, lmtp, internal");
    }

    @Test
    void anEmptyFileIsAllDefaults() {
        Configuration configuration = valid("");
        assertThat(configuration.routes()).isEmpty();
        assertThat(configuration.settings().get(PolicySettings.TRUSTED)).isEmpty();
    }

    @Test
    void tellsAllProblemsWithLineAndColumn() {
        assertThat(problems("""
                [gateway]
                nam = "mail.example.org"
                [listener.mx]
                port = 99999
                [networks]
                trusted = ["10.0.0.1/8"]
                [[route]]
                recipient = "test..example"
                to = "hosts:a"
                [[route]]
                to = "mx"
                known = "alice"
                [[rule]]
                name = "Spam"
                action = "delete"
                """)).containsExactly("gw.toml:2:1: unknown: gateway.nam; is gateway.name meant?",
                "gw.toml:4:1: 99999 is not within 0 to 65535", "gw.toml:6:1: 10.0.0.1 has bits set after the first 8",
                "gw.toml:8:1: a recipient is a domain, .domain, mailbox@domain or *, not test..example: Domain not valid",
                "gw.toml:9:1: a route leads to host:…, smart:…, lmtp:…, queue:…, topic:…, sink, reports, mx, discard or refuse, not to hosts:a",
                "gw.toml:10:1: recipient is missing", "gw.toml:12:1: known is a list of texts in quotes",
                "gw.toml:14:1: a name is 1 to 40 small letters, digits and hyphens, a letter first; not Spam",
                "gw.toml:15:1: an action is one of accept, quarantine, defer, refuse, score, mark, redirect or copy, not delete");
    }

    @Test
    void tellsTheLineOfWhatIsNoToml() {
        assertThat(problems("[gateway]\nname = mail\n")).singleElement().asString().startsWith("gw.toml:2:");
    }

    @Test
    void tellsUnknownTablesAndTwiceSetKeys() {
        assertThat(problems("[gatway]\nname = \"a\"\n")).containsExactly(
                "gw.toml:2:1: unknown: gatway.name; is gateway.name meant?");
        assertThat(problems("[gateway]\nname = \"a\"\n[settings]\n\"gateway.name\" = \"b\"\n")).containsExactly(
                "gw.toml:4:1: gateway.name is set twice");
        assertThat(problems("[route]\nto = \"mx\"\n")).containsExactly(
                "gw.toml:1:1: each is written as a table of its own: [[route]]");
        assertThat(problems("[gateway]\nname = 1.5\n")).containsExactly(
                "gw.toml:2:1: a text, a whole number, true or false, or a list of them is expected");
    }

    @Test
    void aPropertyCountsMoreThanAVariableAndBothMoreThanTheFile() {
        Map<String, String> properties = Map.of("postern.listener.mx.port", "1");
        Map<String, String> variables = Map.of("POSTERN_LISTENER_MX_PORT", "2", "POSTERN_HTTP_PORT", "3");
        Reading reading = new ConfigurationReader(new Overrides(name -> Optional.ofNullable(properties.get(name)),
                name -> Optional.ofNullable(variables.get(name)))).read("gw.toml",
                        "[listener.mx]\nport = 4\n[http]\nport = 5\n[management]\nport = 6\n");
        Settings settings = ((Reading.Valid) reading).configuration().settings();
        assertThat(settings.get(ReceiverSettings.MX_PORT)).isEqualTo(1);
        assertThat(settings.get(ConsoleSettings.HTTP_PORT)).isEqualTo(3);
        assertThat(settings.get(ConsoleSettings.MANAGEMENT_PORT)).isEqualTo(6);
    }

    @Test
    void aWrongVariableIsToldByItsName() {
        Reading reading = new ConfigurationReader(new Overrides(name -> Optional.empty(),
                name -> name.equals("POSTERN_HTTP_PORT") ? Optional.of("x") : Optional.empty())).read("gw.toml", "");
        assertThat(((Reading.Invalid) reading).problems()).singleElement()
                .hasToString("environment variable POSTERN_HTTP_PORT: not a whole number: x");
    }

    @Test
    void readsFilesAndTellsThoseItCannotRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("gw.toml"), "[listener.mx]\nport = 7\n");
        assertThat(READER.read(Optional.of(file))).isInstanceOf(Reading.Valid.class);
        assertThat(READER.read(Optional.of(folder.resolve("none.toml")))).isInstanceOf(Reading.Invalid.class);
        assertThat(READER.read(Optional.empty())).isInstanceOf(Reading.Valid.class);
    }

    @Test
    void readsWhatTlsIsDemanded() {
        assertThat(valid("""
                [[tls-policy]]
                domain = "partner.example"
                policy = "verify"
                names = ["mail.partner.example", ".partner.example"]
                authorities = "/etc/postern/partner.pem"
                [[tls-policy]]
                domain = ".example.org"
                policy = "encrypt"
                """).tlsRules())
                .containsExactly(
                        new TlsRule(RecipientPattern.parse("partner.example"), TlsPolicy.VERIFY,
                                List.of("mail.partner.example", ".partner.example"),
                                Optional.of(Path.of("/etc/postern/partner.pem"))),
                        new TlsRule(RecipientPattern.parse(".example.org"), TlsPolicy.ENCRYPT, List.of(),
                                Optional.empty()));
    }

    @Test
    void refusesATlsPolicyThatCannotBeMeant() {
        assertThat(problems("""
                [[tls-policy]]
                domain = "someone@partner.example"
                policy = "must"
                [[tls-policy]]
                domain = "partner.example"
                policy = "encrypt"
                names = ["mail.partner.example"]
                """)).anySatisfy(problem -> assertThat(problem).contains("gw.toml:2", "not for a mailbox"))
                .anySatisfy(problem -> assertThat(problem).contains("gw.toml:6", "by the policy verify alone"));
    }

    @Test
    void readsWhoWeAreForASmartHost() {
        assertThat(valid("""
                [[login]]
                host = "Relay.example.net"
                user = "gateway"
                password = "env:RELAY_PASSWORD"
                [[login]]
                host = "smtp.example.com"
                user = "gateway@example.org"
                token-url = "https://login.example.com/token"
                client = "us"
                client-secret = "file:/etc/postern/secret"
                scope = "mail"
                """).logins())
                .containsExactly(
                        new LoginRule("relay.example.net", "gateway", new Secret.Variable("RELAY_PASSWORD"),
                                Optional.empty()),
                        new LoginRule("smtp.example.com", "gateway@example.org",
                                new Secret.File(Path.of("/etc/postern/secret")),
                                Optional.of(new LoginRule.TokenSource(URI.create("https://login.example.com/token"),
                                        "us", "mail"))));
    }

    @Test
    void neverRepeatsASecretThatStandsInTheFile() {
        assertThat(problems("""
                [[login]]
                host = "relay.example.net"
                user = "gateway"
                password = "opensesame"
                """)).singleElement().satisfies(problem -> {
            assertThat(problem).contains("gw.toml:4", "env:NAME or file:/path");
            assertThat(problem).doesNotContain("opensesame");
        });
    }

    @Test
    void fetchesNoTokensInTheClear() {
        assertThat(problems("""
                [[login]]
                host = "smtp.example.com"
                user = "gateway"
                token-url = "http://login.example.com/token"
                client = "us"
                client-secret = "env:SECRET"
                """)).singleElement().satisfies(problem -> assertThat(problem).contains("https alone"));
    }
}
