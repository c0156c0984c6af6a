package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.auth.arc.ArcValidator;
import org.postern.auth.dkim.DkimKeys;
import org.postern.auth.dkim.DkimVerifier;
import org.postern.auth.dmarc.Dmarc;
import org.postern.auth.dmarc.OverrideType;
import org.postern.auth.dmarc.PolicyOverride;
import org.postern.auth.dmarc.TrustedPaths;
import org.postern.auth.MethodResult;
import org.postern.auth.ResultName;
import org.postern.auth.spf.Spf;
import org.postern.auth.spf.Zone;
import org.postern.config.rule.ScannerAddress;
import org.postern.config.rule.ScannerRule;
import org.postern.content.attachment.AttachmentInspection;
import org.postern.content.attachment.FileTypes;
import org.postern.dns.ClientNames;
import org.postern.dns.Memory;
import org.postern.content.learn.Label;
import org.postern.content.learn.LiveModel;
import org.postern.content.teach.VocabularyMail;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.QueueId;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.report.Disposition;
import org.postern.report.RowFacts;
import org.postern.reputation.ClientLook;
import org.postern.reputation.DnsLists;
import org.postern.reputation.entry.LiveEntries;
import org.postern.scan.Finding;
import org.postern.scan.GuardedScanner;
import org.postern.scan.ScannedMail;
import org.postern.scan.Scanner;
import org.postern.scan.Scanners;
import org.postern.scan.ScannerWatch;
import org.postern.scan.ScanResult;
import org.postern.scan.Wish;
import org.postern.smtp.Replies;
import org.postern.trust.rule.LiveRules;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows from what was found of a sender. */
class ExaminationTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-01T12:00:00Z"));
    private static final Mailbox TO = new Mailbox("to", new Domain("here.example"));

    private static final FileTypes TYPES = new FileTypes();

    private final Zone zone = new Zone();
    private LiveRules rules = new LiveRules(List.of());
    private Examination.Choices choices = new Examination.Choices(true, true, false, TrustedPaths.NONE);
    private String rest = "\r\nx\r\n";
    private int waiting;
    private final List<RowFacts> reported = new ArrayList<>();
    private List<Weights.Weight> weights = List.of();
    private List<ScanResult> scanners = List.of();

    @BeforeEach
    void aDomainThatSaysWhoMaySend() {
        zone.knows("sender.example", "SPF", "v=spf1 ip4:192.0.2.1 -all");
        zone.knows("sender.example", "TXT", "v=spf1 ip4:192.0.2.1 -all");
        zone.knows("_dmarc.sender.example", "TXT", "v=DMARC1; p=reject");
        zone.knows("elsewhere.example", "TXT", "v=spf1 ip4:192.0.2.9 -all");
        zone.knows("silent.example", "TIMEOUT");
        zone.knows("_dmarc.silent.example", "TIMEOUT");
    }

    private static SessionFacts session(String client) {
        return SessionFacts
                .begun("s", "mx", ProtocolRole.MX, "gateway.example",
                        new InetSocketAddress(InetAddress.ofLiteral(client), 2000),
                        new InetSocketAddress(InetAddress.ofLiteral("198.51.100.1"), 25))
                .greeted("client.example", true);
    }

    private Optional<LiveModel.Version> model = Optional.empty();

    private Examined examined(String client, String sender, String from) throws Exception {
        return examined(client, sender, from, Assessment.NONE);
    }

    private Examined examined(String client, String sender, String from, Assessment known) throws Exception {
        DkimKeys keys = new DkimKeys(zone, Runnable::run);
        Examination examination = new Examination(new SenderCheck(new Spf(zone, CLOCK, "gateway.example"),
                new DkimVerifier(keys, CLOCK), new ArcValidator(keys), new Dmarc(zone), Runnable::run,
                new WaitLimit(Duration.ofSeconds(5), () -> 0), ReadingRoom.inHeap(0)),
                new ReputationCheck(lists(), new EntryCheck(new LiveEntries(), CLOCK), GreylistCheckTest.NONE),
                () -> new Reading(Optional.of(new AttachmentInspection(TYPES, CLOCK)), model), new Weights(weights),
                () -> new ScorePolicy(5, 10, 20),
                new QuarantineRoom(() -> new QuarantineRoom.Held(waiting, 0),
                        new QuarantineRoom.Held(3, 1_000_000), CLOCK),
                new RuleCheck(rules, CLOCK, ZoneOffset.UTC), choices, (published, facts) -> reported.add(facts));
        Envelope envelope = new Envelope(
                ReversePath.of(new Mailbox("a", new Domain(sender))), Parameters.NONE, List.of(Recipient.of(TO)));
        Content content = Content.of(("From: <a@" + from + ">\r\nSubject: x\r\n" + rest).getBytes(
                StandardCharsets.US_ASCII));
        examination.begin(session(client), envelope.reversePath());
        ScannerCheck check = new ScannerCheck(scanners(), Runnable::run, () -> new QueueId("0123456789ABCDEF"));
        return examination.examine(session(client), envelope, content, HeaderSection.of(content), known,
                check.ask(session(client), envelope, content, known));
    }

    private Scanners scanners() {
        return new Scanners(scanners.stream().map(ExaminationTest::guarded).toList(), () -> 0);
    }

    private static GuardedScanner guarded(ScanResult result) {
        ScannerRule rule = new ScannerRule("virus-one", ScannerRule.Kind.CLAMD, ScannerAddress.parse("127.0.0.1:3310"),
                ScannerRule.Kind.CLAMD.usual(), ScannerRule.Options.USUAL);
        return new GuardedScanner(new Scanner() {
            @Override
            public String name() {
                return rule.name();
            }

            @Override
            public ScanResult scan(ScannedMail mail) {
                return result;
            }
        }, rule, () -> 0, new ScannerWatch() {
            @Override
            public void leftOut(String scanner, String reason) {}

            @Override
            public void back(String scanner) {}
        });
    }

    private ListCheck lists() {
        DnsLists asked = new DnsLists(zone, Runnable::run, CLOCK, List.of());
        ClientNames nobodys = new ClientNames(zone, client -> false, new Memory<>(CLOCK, name -> Duration.ZERO, 1));
        return new ListCheck(asked, new ClientLook(asked, nobodys, Runnable::run, CLOCK), Runnable::run,
                Duration.ofSeconds(5), CLOCK);
    }

    private static List<String> names(Examined examined) {
        return examined.assessment().symbols().stream().map(Symbol::name).toList();
    }

    @Test
    void whoSendsInHisOwnNameIsBelieved() throws Exception {
        Examined honest = examined("192.0.2.1", "sender.example", "sender.example");
        assertThat(honest.assessment().verdict()).isEqualTo(Verdict.ACCEPT);
        assertThat(names(honest)).containsExactly("SPF_PASS", "DKIM_NONE", "DMARC_PASS");
        assertThat(honest.assessment().authentication()).extracting(MethodResult::method, MethodResult::result)
                .containsExactly(tuple("spf", ResultName.PASS),
                        tuple("dmarc", ResultName.PASS),
                        tuple("dkim", ResultName.NONE));
        assertThat(honest.assessment().score()).isEqualTo(-0.5);
    }

    @Test
    void aForgedAuthorWhoseDomainForbidsTheClientIsRefused() throws Exception {
        Examined forged = examined("192.0.2.66", "sender.example", "sender.example");
        assertThat(forged.assessment().verdict()).isEqualTo(Verdict.REFUSE);
        assertThat(forged.refusal()).contains(TrustReplies.DMARC_FAILED);
        assertThat(forged.assessment().reason().rule()).contains("dmarc");
    }

    @Test
    void aWishToRefuseAloneIsNotEnough() throws Exception {
        Examined forged = examined("192.0.2.66", "nothing.example", "sender.example");
        assertThat(forged.refusal()).isEmpty();
        assertThat(forged.assessment().verdict()).isEqualTo(Verdict.QUARANTINE);
        assertThat(names(forged)).contains("DMARC_REJECT", "DMARC_OVERRIDDEN");
    }

    @Test
    void whatThereIsNoRoomForInQuarantineIsPutOff() throws Exception {
        waiting = 3;
        Examined forged = examined("192.0.2.66", "nothing.example", "sender.example");
        assertThat(forged.refusal()).contains(Replies.NO_ROOM);
        assertThat(forged.assessment().verdict()).isEqualTo(Verdict.DEFER);
        assertThat(forged.assessment().reason().evidence().orElseThrow()).contains("trust.quarantine-most");
    }

    @Test
    void whomAnOperatorNamesMaySendOnForOthers() throws Exception {
        choices = new Examination.Choices(true, true, false,
                new TrustedPaths(List.of(), List.of(new Domain("elsewhere.example"))));
        Examined forwarded = examined("192.0.2.9", "elsewhere.example", "sender.example");
        assertThat(forwarded.assessment().verdict()).isEqualTo(Verdict.ACCEPT);
        assertThat(forwarded.assessment().symbols()).filteredOn(symbol -> symbol.name().equals("DMARC_OVERRIDDEN"))
                .extracting(Symbol::evidence)
                .containsExactly("trusted_forwarder: spf=pass of elsewhere.example");
    }

    @Test
    void aClientsNameThatLeadsBackNamesAForwarderToo() throws Exception {
        choices = new Examination.Choices(true, true, false,
                new TrustedPaths(List.of(), List.of(new Domain("relay.example"))));
        Assessment named = Assessment.of(List.of(Symbol.noted("CLIENT_NAME", "client name mx.relay.example")));
        assertThat(examined("192.0.2.66", "nothing.example", "sender.example", named).assessment().verdict())
                .isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void whoWantsReportsIsToldOfEachMessageThatWasJudgedForGood() throws Exception {
        examined("192.0.2.1", "sender.example", "sender.example");
        assertThat(reported).isEmpty();
        zone.knows("told.example", "TXT", "v=spf1 ip4:192.0.2.1 -all");
        zone.knows("_dmarc.told.example", "TXT", "v=DMARC1; p=reject; rua=mailto:d@told.example");
        examined("192.0.2.1", "told.example", "told.example");
        examined("192.0.2.66", "told.example", "told.example");
        choices = new Examination.Choices(true, false, false, TrustedPaths.NONE);
        examined("192.0.2.66", "told.example", "told.example");
        assertThat(reported).extracting(RowFacts::source, facts -> facts.evaluated().disposition())
                .containsExactly(tuple("192.0.2.1", Disposition.PASS), tuple("192.0.2.66", Disposition.REJECT),
                        tuple("192.0.2.66", Disposition.NONE));
        assertThat(reported.getLast().evaluated().reasons()).extracting(PolicyOverride::type)
                .containsExactly(OverrideType.LOCAL_POLICY);
        scanners = List.of(new ScanResult.Unavailable("refused"));
        examined("192.0.2.1", "told.example", "told.example");
        assertThat(reported).hasSize(3);
    }

    @Test
    void whereDmarcIsOnlyNotedItsScoreCountsAlone() throws Exception {
        choices = new Examination.Choices(true, false, false, TrustedPaths.NONE);
        Examined forged = examined("192.0.2.66", "sender.example", "sender.example");
        assertThat(forged.refusal()).isEmpty();
        assertThat(forged.assessment().score()).isEqualTo(7.2);
        assertThat(forged.assessment().verdict()).isEqualTo(Verdict.MARK);
        assertThat(forged.assessment().reason().evidence())
                .contains("score 7.2: DMARC_REJECT 4, SPF_FAIL 3, DKIM_NONE 0.2");
    }

    @Test
    void whatTheDnsDoesNotSayIsHeldAgainstNobody() throws Exception {
        Examined unknown = examined("192.0.2.66", "silent.example", "silent.example");
        assertThat(names(unknown)).containsExactly("SPF_TEMPERROR", "DKIM_NONE", "DMARC_TEMPERROR");
        assertThat(unknown.assessment().verdict()).isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void anSpfThatFailsRefusesWhereAnOperatorWantsIt() throws Exception {
        choices = new Examination.Choices(true, true, true, TrustedPaths.NONE);
        assertThat(examined("192.0.2.66", "elsewhere.example", "elsewhere.example").refusal())
                .contains(TrustReplies.SPF_FAILED);
    }

    @Test
    void aScoreDecidesByWeightsThatCanBeSet() throws Exception {
        weights = List.of(Weights.Weight.parse("SPF_FAIL=25"));
        assertThat(examined("192.0.2.66", "elsewhere.example", "elsewhere.example").refusal())
                .contains(TrustReplies.SCORE_TOO_HIGH);
        weights = List.of(Weights.Weight.parse("SPF_FAIL=12"));
        assertThat(examined("192.0.2.66", "elsewhere.example", "elsewhere.example").assessment().verdict())
                .isEqualTo(Verdict.QUARANTINE);
    }

    @Test
    void aProgramInDisguiseSpeaksAgainstItsMessage() throws Exception {
        rest = "Content-Type: application/pdf; name=\"invoice.pdf.exe\"\r\n\r\nMZ\r\n";
        Examined disguised = examined("192.0.2.1", "sender.example", "sender.example");
        assertThat(names(disguised)).contains("FILE_DANGEROUS_NAME", "FILE_DOUBLE_EXTENSION");
        assertThat(disguised.assessment().verdict()).isEqualTo(Verdict.QUARANTINE);
    }

    @Test
    void whatAScannerFindsCountsWithTheRest() throws Exception {
        scanners = List.of(new ScanResult.Found(List.of(new Finding("Eicar", 20, "")), List.of()));
        Examined infected = examined("192.0.2.1", "sender.example", "sender.example");
        assertThat(infected.assessment().symbols()).contains(new Symbol("SCAN_VIRUS_ONE", 20, "Eicar"));
        assertThat(infected.assessment().verdict()).isEqualTo(Verdict.QUARANTINE);
    }

    @Test
    void aScannersWishIsFollowedWhereItIsStricter() throws Exception {
        scanners = List.of(new ScanResult.Found(List.of(), List.of(new Wish.Discard())));
        assertThat(examined("192.0.2.1", "sender.example", "sender.example").assessment().verdict())
                .isEqualTo(Verdict.QUARANTINE);
        scanners = List.of(new ScanResult.Found(List.of(), List.of(new Wish.Reject(Optional.empty()))));
        assertThat(examined("192.0.2.1", "sender.example", "sender.example").refusal())
                .contains(TrustReplies.SCORE_TOO_HIGH);
    }

    @Test
    void whatAnAwaitedScannerDoesNotSayPutsTheMessageOff() throws Exception {
        scanners = List.of(new ScanResult.Unavailable("refused"));
        Examined waiting = examined("192.0.2.1", "sender.example", "sender.example");
        assertThat(waiting.refusal()).contains(Replies.LOCAL_ERROR);
        assertThat(waiting.assessment().symbols()).contains(Symbol.noted("SCAN_VIRUS_ONE", "not there: refused"));
    }

    @Test
    void nothingIsAskedWhereNobodyWantsToKnow() throws Exception {
        choices = new Examination.Choices(false, true, true, TrustedPaths.NONE);
        Examined unseen = examined("192.0.2.66", "sender.example", "sender.example");
        assertThat(unseen.assessment().verdict()).isEqualTo(Verdict.ACCEPT);
        assertThat(unseen.assessment().authentication()).isEmpty();
        assertThat(unseen.refusal()).isEqualTo(Optional.empty());
    }

    @Test
    void whatTheActiveModelTakesForSpamSaysSoAndTheScoreIsTheSum() throws Exception {
        model = Optional.of(new LiveModel.Version(7, VocabularyMail.model()));
        rest = "\r\n" + VocabularyMail.text(Label.SPAM, 5000);
        Examined spam = examined("192.0.2.1", "sender.example", "sender.example");
        Symbol symbol = spam.assessment()
                .symbols()
                .stream()
                .filter(one -> one.name().equals("SPAM_CONTENT"))
                .findFirst()
                .orElseThrow();
        assertThat(symbol.weight()).isBetween(1.5, 4.0);
        assertThat(symbol.evidence()).matches("probability of spam [01]\\.\\d+, by version 7");
        assertThat(spam.assessment().score()).isEqualTo(-0.5 + symbol.weight());
        weights = List.of(Weights.Weight.parse("SPAM_CONTENT=2"));
        assertThat(examined("192.0.2.1", "sender.example", "sender.example").assessment().score())
                .isEqualTo(-0.5 + symbol.weight() / 2);
    }

    @Test
    void withoutAModelNothingIsSaidOfContent() throws Exception {
        rest = "\r\n" + VocabularyMail.text(Label.SPAM, 5000);
        assertThat(names(examined("192.0.2.1", "sender.example", "sender.example")))
                .doesNotContain("SPAM_CONTENT", "HAM_CONTENT");
    }
}
