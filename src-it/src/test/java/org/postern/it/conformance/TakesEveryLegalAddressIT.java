package org.postern.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.time.Duration;
import java.util.List;

/** Mailboxes and paths: what is legal is taken, what is not is refused, and no form opens a relay. */
@World.Shared
class TakesEveryLegalAddressIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    @Demand(id = "S07", rfc = "5321 4.5.5", holds = "the null reverse-path is accepted")
    void theNullReversePathIsTaken(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("MAIL FROM:<>")).startsWith("250");
        }
    }

    @Test
    @Demand(id = "S10", rfc = "5321 4.5.1", holds = "RCPT TO:<Postmaster> without a domain is accepted, in any case")
    @Demand(id = "S11", rfc = "5321 4.5.1", holds = "postmaster of a domain is accepted")
    void thePostmasterExists(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            for (String postmaster : List.of("Postmaster", "POSTMASTER", "postmaster", "postmaster@app.example",
                    "PostMaster@test.example")) {
                assertThat(client.say("RCPT TO:<" + postmaster + ">")).as(postmaster).startsWith("250");
            }
        }
    }

    @Test
    @Demand(id = "S12", rfc = "5321 2.4", holds = "the domain of a recipient is case-insensitive")
    void theDomainComesInAnyCase(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            assertThat(client.say("RCPT TO:<alice@APP.Example>")).startsWith("250");
        }
    }

    @Test
    @Demand(id = "S13", rfc = "5321 C, F.2", holds = "a source route is accepted as syntax, and the final mailbox counts")
    @Demand(id = "S14", rfc = "5321 3.6.1", level = "SEC", holds = "a source route to a foreign domain is not relayed")
    void aSourceRouteIsReadAndNotFollowed(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            assertThat(client.say("RCPT TO:<@hop.example,@test.example:routed@test.example>")).startsWith("250");
            assertThat(client.say("RCPT TO:<@test.example:b@elsewhere.example>")).startsWith("550");
        }
    }

    @Test
    @Demand(id = "S15", rfc = "5321 3.6", level = "SEC", holds = "relaying to a foreign domain is denied, and DATA is then refused")
    void aStrangerDoesNotRelay(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            assertThat(client.say("RCPT TO:<b@elsewhere.example>")).startsWith("550 5.7.1");
            assertThat(client.say("DATA")).startsWith("5");
        }
    }

    @Test
    @Demand(id = "S16", rfc = "5321 3.6", level = "SEC", holds = "percent hack, bang path, nested and quoted @ do not relay")
    void noFormOfAddressRelays(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            for (String trick : List.of("b%elsewhere.example@test.example", "elsewhere.example!b@test.example",
                    "b@elsewhere.example@test.example", "\"b@elsewhere.example\"@test.example",
                    "b%elsewhere.example@app.example",
                    "\"b@elsewhere.example\"")) {
                assertThat(client.say("RCPT TO:<" + trick + ">")).as(trick).startsWith("5");
            }
        }
    }

    @Test
    @Demand(id = "S17", rfc = "5321 4.1.2", holds = "quoted local parts are valid")
    @Demand(id = "S18", rfc = "5321 4.1.2", holds = "all atext characters are valid in a local part")
    @Demand(id = "S26", rfc = "5321 4.1.3", level = "SHOULD", holds = "address literals parse as recipients")
    void legalLocalPartsAreTaken(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            for (String legal : List.of("\"john doe\"@test.example", "\"a\\\"b\"@test.example",
                    "#$&'*+-/=?^_`{|}~.x@test.example")) {
                assertThat(client.say("RCPT TO:<" + legal + ">")).as(legal).startsWith("250");
            }
            assertThat(client.say("RCPT TO:<b@[127.0.0.9]>")).startsWith("550 5.7.1");
        }
    }

    @Test
    @Demand(id = "S19", rfc = "5321 4.5.3.1.1", holds = "a local part of 64 octets is accepted and delivered")
    @Demand(id = "S20", rfc = "5321 2.4", holds = "the case of a local part is kept")
    void aLongLocalPartArrivesInItsOwnCase(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            String longest = "Ab".repeat(32) + "@test.example";
            assertThat(client.mail("a@client.example", longest, SampleMail.about("longest local part")))
                    .startsWith("250");
            assertThat(world.nextHop().awaitText("Subject: longest local part", LIMIT).recipients())
                    .containsExactly("RCPT TO:<" + longest + ">");
        }
    }

    @Test
    @Demand(id = "S21", rfc = "5321 4.1.1.3", holds = "invalid unquoted local parts are refused")
    void illegalLocalPartsAreRefused(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            for (String illegal : List.of("a b", "a(b", "a)b", "a[b", "a]b", "a;b", "a\u0001b", "a..b", ".a", "a.")) {
                assertThat(client.say("RCPT TO:<" + illegal + "@test.example>")).as(illegal).startsWith("5");
            }
        }
    }

    @Test
    @Demand(id = "S27", rfc = "5321 4.1.1.2", holds = "reverse-paths of every legal form are accepted")
    void legalSendersAreTaken(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            for (String sender : List.of("a@[127.0.0.1]", "a@[IPv6:2001:db8::1]", "a@" + "d".repeat(63) + ".example",
                    "a@sub.domain.example",
                    "a@with-hyphen.example", "a@4you.example", "x".repeat(64) + "@client.example")) {
                assertThat(client.say("MAIL FROM:<" + sender + ">")).as(sender).startsWith("250");
                client.say("RSET");
            }
        }
    }
}
