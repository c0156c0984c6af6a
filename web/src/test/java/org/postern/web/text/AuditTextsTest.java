package org.postern.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.sentence.Sentence;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the audit log keeps in English is told in German: what is ours, and nothing of what is data. */
class AuditTextsTest {
    private static final AuditTexts GERMAN = new AuditTexts(Texts.in(Language.GERMAN));
    private static final AuditTexts ENGLISH = new AuditTexts(Texts.in(Language.ENGLISH));
    private static final String AUDIT = "sentences.audit";
    private static final Pattern WORDS_TOLD = Pattern.compile("Act\\.tells\\([^;]*asItIs\\(\\s*\"[^\"]*\\p{L}[^;]*;");

    static Map<String, String> forms() {
        Map<String, String> forms = new TreeMap<>(Bundles.of(Language.ENGLISH));
        forms.keySet().removeIf(key -> !key.startsWith(AUDIT));
        return forms;
    }

    static List<String> keys() {
        return forms().keySet().stream().map(key -> key.substring("sentences.".length())).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"route added|route for a.example|Route für a.example",
            "route added|for a.example to smart:mail.example|für a.example an smart:mail.example",
            "route changed|for a.example from b@c at mx to discard, closed, off; since may|für a.example von b@c über mx an discard, nur bekannte Postfächer, aus; since may",
            "route changed|for a.example to mx, behind all others|für a.example an mx, hinter allen anderen",
            "route moved|before route 3, for a.example to mx|vor Route 3, für a.example an mx",
            "rule switched|rule 7|Regel 7", "rule switched|off|aus", "rule moved|before rule 2|vor Regel 2",
            "rule deleted|on; action=refuse text=off: no|ein; action=refuse text=off: no",
            "alias set|a@b, c@d; owner e@f; off; all of us|a@b, c@d; Eigentümer e@f; aus; all of us",
            "setting changed|default 20|Standard 20", "setting reset|default|Standard",
            "mail user added|enabled, may send as a@b, .c|aktiviert, darf senden als a@b, .c",
            "account of an application limited|may send as anybody, as much as it likes|darf senden als jeder beliebige, so viel es will",
            "account of an application limited|may send as a@b, .c, 20 a minute|darf senden als a@b, .c, 20 je Minute",
            "list entry added|allow a@b for c.example until 2027-01-01T00:00:00Z|Zulassen von a@b für c.example bis 2027-01-01T00:00:00Z",
            "list entry removed|block 192.0.2.0/24|Sperren von 192.0.2.0/24",
            "token made|operator of a.example until 2027-01-01T00:00:00Z|Operator für a.example bis 2027-01-01T00:00:00Z",
            "role changed|administrator, by OpenID Connect|Administrator, über OpenID Connect",
            "role lost|no role, by OpenID Connect|keine Rolle, über OpenID Connect",
            "person ended|with tokens: 2|mit Tokens: 2",
            "session ended|from 192.0.2.7 since 2027-01-01T00:00:00Z|von 192.0.2.7 seit 2027-01-01T00:00:00Z",
            "logged in|from 192.0.2.7, after 3 attempts that failed|von 192.0.2.7, fehlgeschlagene Versuche davor: 3",
            "logged in|by OpenID Connect, from 192.0.2.7|über OpenID Connect, von 192.0.2.7",
            "mail acted on|release and learn as ham: 1|Freigeben und als Ham lernen: 1",
            "mail acted on|bounce: 550 5.1.1 off: no: 2|zurücksenden: 550 5.1.1 off: no: 2",
            "mail acted on|redirect to a@b: 3|Umleiten an a@b: 3", "mail acted on|12 messages|12 Nachrichten",
            "operation begun|hold, operation 4|Anhalten, Vorgang 4",
            "operation ended|Cancelled. hold: 1 of 3. 2 were no longer parked.|Abgebrochen. Anhalten: 1 von 3. 2 nicht mehr geparkt.",
            "operation ended|It went no further; begin it again to go on with the rest. delete: 0 of 9. It could not be done to 1. the broker does not answer.|Der Vorgang kam nicht weiter; erneut beginnen, um mit dem Rest fortzufahren. Löschen: 0 von 9. Nicht möglich bei 1. the broker does not answer.",
            "dead letters acted on|all in orders that came from x|alles in orders, das aus x kam",
            "destination resumed|not flushed: too many operations are going on|nicht erneut versucht: zu viele Vorgänge laufen",
            "destination limited|concurrency 3, per minute not limited|zugleich 3, je Minute nicht begrenzt",
            "file taken|part 2, 1234 octets|Teil 2, 1234 Oktette", "content read|as HTML|als HTML",
            "configuration imported|1 added, 2 changed, 0 moved, 9 removed|1 hinzugefügt, 2 geändert, 0 verschoben, 9 entfernt",
            "taken back|line 5: list entry a@b and 2 more|Eintrag 5: Listeneintrag a@b und 2 weitere",
            "let in without greylisting|192.0.2.7, a@b to c@d|192.0.2.7, a@b an c@d",
            "sink emptied|12 messages gone|12 Nachrichten entfernt", "key retired|s1 of a.example|s1 von a.example",
            "servers asked|begun; what came of it is not known|begonnen; was daraus wurde, ist nicht bekannt"})
    void whatWasTold(String act, String kept, String german) {
        assertThat(GERMAN.told(act, kept)).isEqualTo(german);
        assertThat(ENGLISH.told(act, kept)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"setting changed|off", "setting changed|a,b", "person added|ann",
            "something of old done|route 5, off", "rule changed|action=refuse text=We are closed, off to bed",
            "alias set|route 5", "mail acted on|{0} '", "test mail sent|"})
    void whatIsDataStays(String act, String kept) {
        String text = kept == null ? "" : kept;
        assertThat(GERMAN.told(act, text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {". ", "; ", " of ", "operation ", "...", ", of "})
    void whatAStrangerHasWrittenEndsSoonAndKeepsItsNames(String piece) {
        assertThat(GERMAN.told("operation begun", piece.repeat(1000 / piece.length()))).isNotEmpty();
        assertThat(GERMAN.told("operation begun", "x" + piece.repeat(100) + "y")).startsWith("x").endsWith("y");
    }

    /** With values that no form has in it. */
    @ParameterizedTest
    @MethodSource("keys")
    void eachFormIsFoundAgainForSomeAct(String key) {
        String english = Texts.in(Language.ENGLISH).say("sentences." + key);
        String kept = english.contains("{")
                ? Sentence.form(key, english).with("V0", "V1", "V2", "V3").toString()
                : english;
        String german = Texts.in(Language.GERMAN).say("sentences." + key, "V0", "V1", "V2", "V3");
        assertThat(Bundles.translated("acts", Language.GERMAN).keySet()).as(kept)
                .anySatisfy(act -> assertThat(GERMAN.told(act, kept)).isEqualTo(german));
    }

    /** Else it would be taken apart before it is found. */
    @Test
    void noFormEndsLikeASentence() {
        assertThat(forms()).allSatisfy((key, english) -> assertThat(english).as(key).doesNotEndWith("."));
    }

    @Test
    void eachKindOfActIsOneThatThereIs() {
        assertThat(AuditTexts.FORMS.keySet()).allSatisfy(begin -> assertThat(
                Bundles.translated("acts", Language.GERMAN).keySet())
                .anySatisfy(act -> assertThat(act).startsWith(begin)));
        assertThat(AuditTexts.FORMS.values()).allSatisfy(starts -> assertThat(starts).allSatisfy(
                start -> assertThat(Bundles.of(Language.ENGLISH).keySet())
                        .anySatisfy(key -> assertThat(key).startsWith("sentences." + start))));
    }

    @Test
    void noDeskTellsWordsOfItsOwnAsTheyAre() {
        assertThat(Bundles.files(Path.of("../ejb/beans/src/main/java"), name -> name.endsWith(".java"))).noneSatisfy(
                type -> assertThat(Bundles.source(type)).containsPattern(WORDS_TOLD));
    }

    @Test
    void actsAreFoundByWhatThePageCallsThem() {
        assertThat(GERMAN.act("rule added")).isEqualTo("Regel hinzugefügt");
        assertThat(GERMAN.acts(" regel ")).containsExactly("rule added", "rule changed", "rule deleted", "rule moved",
                "rule switched");
        assertThat(GERMAN.acts("")).isEmpty();
        assertThat(ENGLISH.acts("rule")).isEmpty();
        assertThat(ENGLISH.act("rule added")).isEqualTo("rule added");
    }
}
