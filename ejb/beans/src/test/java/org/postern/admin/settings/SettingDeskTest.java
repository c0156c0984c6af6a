package org.postern.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.KeptSetting;
import org.postern.config.Origin;
import org.postern.config.Settings;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.policy.check.PolicySettings;
import org.postern.sentence.Sentence;
import org.postern.trust.TrustSettings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everybody who may log in sees each setting, its value and where that comes from, and no secret. */
class SettingDeskTest {
    private final SettingsInMemory store = new SettingsInMemory();
    private final Settings settings = new Settings(SettingsCatalogue.ALL,
            Map.of("policy.received-limit", "30", "db.password", "hunter2", "db.url",
                    "jdbc:postgresql://db.example.org/postern?user=a&password=hunter2"),
            Map.of("policy.received-limit", new Origin(Origin.Source.FILE, "gw.toml:3:1")));
    private final SettingDesk desk = new SettingDesk(settings, store,
            new Keeping(settings, store, (key, from, until, most) -> 7, () -> Instant.EPOCH));

    /** As the watch of each node does it. */
    private void read() {
        List<String> problems = new ArrayList<>();
        settings.keep(store.all(), store.past(), problems::add);
        assertThat(problems).isEmpty();
    }

    @Test
    void whatIsWrittenCountsAsSoonAsItIsReadUntilItIsReset() {
        assertThat(desk.put("trust.refuse", " 15 ", 0, "ann")).isEmpty();
        read();
        assertThat(settings.get(TrustSettings.REFUSE)).isEqualTo(15);
        assertThat(desk.find("trust.refuse")).hasValueSatisfying(one -> {
            assertThat(one.value()).hasToString("15");
            assertThat(one.source()).isEqualTo(Origin.Source.DATABASE);
            assertThat(one.place()).isEqualTo("ann");
            assertThat(one.open()).isTrue();
        });
        assertThat(desk.reset("trust.refuse", 0)).isEmpty();
        read();
        assertThat(settings.get(TrustSettings.REFUSE)).isEqualTo(20);
        assertThat(desk.reset("trust.refuse", 0).map(Sentence::toString))
                .contains("Nobody has set trust.refuse in the console.");
    }

    @Test
    void whatTheFileSaysCountsMore() {
        assertThat(desk.put("policy.received-limit", "60", 0, "ann").map(Sentence::toString))
                .contains(
                        "policy.received-limit is set by gw.toml:3:1, which counts more than the console. Change it there.");
        store.put(new KeptSetting("policy.received-limit", "60", "ann", Instant.EPOCH));
        read();
        assertThat(settings.get(PolicySettings.RECEIVED_LIMIT)).isEqualTo(30);
        assertThat(desk.find("policy.received-limit").orElseThrow().open()).isFalse();
    }

    @Test
    void whatIsNotLiveOrNotValidIsRefused() {
        assertThat(desk.put("http.port", "81", 0, "ann").orElseThrow().toString()).contains("from the next start on");
        assertThat(desk.put("trust.refuse", "0", 0, "ann").map(Sentence::toString))
                .contains("trust.refuse: 0 is not within 1 to 1000");
        assertThat(desk.put("no.such", "1", 0, "ann").map(Sentence::toString))
                .contains("no.such: there is no such setting");
        assertThat(store.all()).isEmpty();
    }

    @Test
    void noSecretIsLive() {
        assertThat(SettingsCatalogue.ALL).noneMatch(one -> one.live() && one.isSecret());
    }

    @Test
    void eachSettingIsThereOnceWithItsRoom() {
        assertThat(desk.all()).hasSameSizeAs(SettingsCatalogue.ALL)
                .extracting(SettingView::key)
                .doesNotHaveDuplicates();
        assertThat(desk.find("policy.received-limit")).hasValueSatisfying(one -> {
            assertThat(one.value()).hasToString("30");
            assertThat(one.byDefault()).isEqualTo("50");
            assertThat(one.source()).isEqualTo(Origin.Source.FILE);
            assertThat(one.place()).isEqualTo("gw.toml:3:1");
            assertThat(one.room()).isEqualTo("Who may send");
        });
        assertThat(desk.find("no.such-thing")).isEmpty();
    }

    @Test
    void whatNobodySetHasItsDefault() {
        assertThat(desk.find("http.port")).hasValueSatisfying(one -> {
            assertThat(one.value()).hasToString("8080");
            assertThat(one.set()).isFalse();
        });
    }

    @Test
    void noSecretIsShownNorWhatHasOneInIt() {
        assertThat(desk.find("db.password").map(SettingView::value).map(Sentence::toString)).contains("set");
        assertThat(desk.find("tls.keystore-password").map(SettingView::value).map(Sentence::toString))
                .contains("not set");
        assertThat(desk.find("db.url").map(SettingView::value).map(Sentence::toString)).contains("set");
        assertThat(desk.all().toString()).doesNotContain("hunter2");
    }
}
