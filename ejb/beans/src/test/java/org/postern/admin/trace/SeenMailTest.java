package org.postern.admin.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Role;
import org.postern.event.EventKind;
import org.postern.event.Fate;
import org.postern.event.Progress;
import org.postern.event.Sought;
import org.postern.event.TracedMessage;
import org.postern.event.TracedRecipient;
import org.postern.event.TracePage;
import org.postern.event.TraceQuery;
import org.postern.mail.DomainSet;
import org.postern.store.parked.ManyParked;
import org.postern.store.trace.TracedMail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody sees of the trace who is limited to one.example. */
class SeenMailTest {
    private static final String MIXED = "01HZZZZZZZZZZZZ1";
    private static final String OTHER = "01HZZZZZZZZZZZZ2";
    private static final String SENT = "01HZZZZZZZZZZZZ3";
    private static final Caller LIMITED = new Caller("ann", Role.OPERATOR,
            DomainSet.ofText("one.example xn--bcher-kva.example"));
    private static final TracedMail MAIL = new TracedMail();
    private final MessageSearch search = new MessageSearch(MAIL.trace());
    private final MessageStory stories = new MessageStory(MAIL.trace(), new ManyParked().waiting());

    @BeforeAll
    static void mailFlows() {
        MAIL.received(MIXED, 1, "s@out.example", "a@one.example", "b@two.example", "c@two.example");
        MAIL.ended(EventKind.DELIVERED, MIXED, 2, "a@one.example", "250 thanks");
        MAIL.ended(EventKind.FAILED, MIXED, 3, "b@two.example", "550 no b@two.example here");
        MAIL.received(OTHER, 4, "s@out.example", "b@two.example");
        MAIL.received(SENT, 5, "a@one.example", "x@far.example");
        MAIL.refused("session-r", 6, "s@out.example", "no@one.example");
        MAIL.refused("session-q", 7, "s@out.example", "no@two.example");
        MAIL.received("01HZZZZZZZZZZZZ4", 8, "s@out.example", "a@bücher.example");
    }

    @AfterAll
    static void close() {
        MAIL.close();
    }

    private TracePage find(TraceQuery query) throws Exception {
        return LIMITED.does(() -> search.find(query));
    }

    private List<String> found(String sought) throws Exception {
        return find(TraceQuery.latest(10).by(Sought.parse(sought))).lines()
                .stream()
                .map(line -> line.message().key())
                .toList();
    }

    private Optional<Story> tell(String key) throws Exception {
        return LIMITED.does(() -> stories.tell(key));
    }

    @Test
    void aListHasWhatIsFromOrToTheirDomains() throws Exception {
        TracePage page = find(TraceQuery.latest(10));
        assertThat(page.lines()).extracting(line -> line.message().key())
                .containsExactly("01HZZZZZZZZZZZZ4", "session-r", SENT, MIXED);
        assertThat(page.total()).contains(4L);
        assertThat(find(TraceQuery.latest(1)).earlier()).isPresent();
        assertThat(find(TraceQuery.latest(1)).total()).contains(4L);
    }

    @Test
    void whoIsLimitedToNothingSeesNothing() throws Exception {
        Caller nobody = new Caller("ann", Role.OPERATOR, DomainSet.ofText(""));
        assertThat(nobody.does(() -> search.find(TraceQuery.latest(10))).lines()).isEmpty();
        assertThat(nobody.does(search::isEmpty)).isTrue();
    }

    @Test
    void aMixedMessageIsShownAsIfItHadNoOtherRecipients() throws Exception {
        TracedMessage line = find(TraceQuery.latest(10).by(Sought.parse(MIXED))).lines().getFirst().message();
        assertThat(line.recipients()).isEqualTo(1);
        assertThat(line.firstRecipient()).contains("a@one.example");
        assertThat(line.progress()).isEqualTo(Progress.DELIVERED);
        assertThat(line.fates()).containsExactly(new Fate(Progress.DELIVERED, 1));
        Story story = tell(MIXED).orElseThrow();
        assertThat(story.message()).isEqualTo(line);
        assertThat(story.recipients()).extracting(TracedRecipient::address).containsExactly("a@one.example");
        assertThat(story.steps()).extracting(step -> step.event().kind())
                .containsExactly(EventKind.RECEIVED, EventKind.DELIVERED);
        assertThat(story.toString()).doesNotContain("two.example");
    }

    @Test
    void nobodyElseIsNamedByWhatWasSaidNotedOrSeen() throws Exception {
        String id = "01HZZZZZZZZZZZZ9";
        try (TracedMail mail = new TracedMail()) {
            mail.received(id, 1, "s@out.example", "a@one.example", "b.jones@two.example");
            mail.ended(EventKind.DELIVERED, id, 2, "a@one.example",
                    "250 for a@one.example, B.Jones and <c@two.example>");
            mail.noted(EventKind.ROUTED, id, 3, "redirected to a@one.example by ann, in place of b.jones@two.example",
                    "b.jones@two.example is allowed, from s@out.example", "a@one.example");
            mail.noted(EventKind.PARKED, id, 4, "rule of b.jones@two.example.", "b.jones");
            Story story = LIMITED.does(() -> new MessageStory(mail.trace(), new ManyParked().waiting()).tell(id))
                    .orElseThrow();
            assertThat(story.toString()).contains("in place of […]", "[…] is allowed, from s@out.example",
                    "250 for a@one.example, […] and <[…]>")
                    .doesNotContainIgnoringCase("jones")
                    .doesNotContain("two.example");
            assertThat(LIMITED.does(() -> new MessageSearch(mail.trace()).find(TraceQuery.latest(10))).toString())
                    .doesNotContainIgnoringCase("jones")
                    .doesNotContain("two.example");
        }
    }

    @Test
    void mailFromTheirDomainsIsShownWhole() throws Exception {
        assertThat(tell(SENT).orElseThrow().recipients()).extracting(TracedRecipient::address)
                .containsExactly("x@far.example");
        assertThat(found("x@far.example")).containsExactly(SENT);
    }

    @Test
    void nobodyElseIsFoundByWhateverIsKnownOfThem() throws Exception {
        for (String sought : List.of("b@two.example", "b@", "@two.example", "two.example", OTHER,
                OTHER.toLowerCase(Locale.ROOT),
                "01HZZZZZZZZZZZZ2", "<" + OTHER + "@x>", "\"about " + OTHER + "\"", "session-" + OTHER, "session-q")) {
            assertThat(found(sought)).as(sought).isEmpty();
        }
        assertThat(found("about 01")).contains(SENT, MIXED).doesNotContain(OTHER);
        assertThat(found("s@out.example")).contains(MIXED, "session-r").doesNotContain(OTHER, "session-q");
    }

    @Test
    void howFarOthersHaveComeIsFoundByNobody() throws Exception {
        assertThat(find(TraceQuery.latest(10).which(Progress.FAILED)).lines()).isEmpty();
        assertThat(find(TraceQuery.latest(10).by(Sought.parse("about 01")).which(Progress.FAILED)).lines()).isEmpty();
        assertThat(find(TraceQuery.latest(10).by(Sought.parse(MIXED)).which(Progress.FAILED)).lines()).isEmpty();
        assertThat(find(TraceQuery.latest(10).by(Sought.parse("about 01")).which(Progress.DELIVERED)).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.recipient().orElseThrow().address()).isEqualTo("a@one.example"));
    }

    @Test
    void theRecipientThatALineShowsIsTheirs() throws Exception {
        assertThat(find(TraceQuery.latest(10).by(Sought.parse("s@out.example"))).lines())
                .allSatisfy(line -> assertThat(line.recipient().orElseThrow().address()).doesNotContain("two.example"));
    }

    @Test
    void noStoryIsToldThatIsOfOthers() throws Exception {
        for (String key : List.of(OTHER, "session-q", "session-" + OTHER)) {
            assertThat(tell(key)).as(key).isEmpty();
        }
        assertThat(tell("session-r")).isPresent();
    }

    @Test
    void whoIsNotLimitedSeesAll() throws Exception {
        Caller everywhere = new Caller("bob", Role.AUDITOR);
        assertThat(everywhere.does(() -> search.find(TraceQuery.latest(10))).lines()).hasSize(6);
        assertThat(everywhere.does(() -> stories.tell(MIXED)).orElseThrow().recipients()).hasSize(3);
    }
}
