package org.postern.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.config.KeptSetting;
import org.postern.config.Setting;
import org.postern.config.Settings;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.trust.TrustSettings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whoever shortens the time for which something is kept hears what that deletes, and has an hour to put it back. */
class KeepsForAnHourLongerTest {
    private static final Setting<Duration> TIME = TrustSettings.QUARANTINE_TIME;
    private static final String KEY = TIME.key();
    private static final Duration HOUR = Duration.ofHours(1);

    private final SettingsInMemory store = new SettingsInMemory();
    private final List<String> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private Settings settings = new Settings(SettingsCatalogue.ALL, Map.of());
    private final SettingDesk desk = new SettingDesk(settings, store,
            new Keeping(settings, store, (key, from, until, most) -> {
                asked.add(key + " " + from + " " + until);
                return 250;
            }, () -> now));

    @BeforeEach
    void read() {
        settings.keep(store.all(), store.past(), problem -> {
            throw new AssertionError(problem);
        });
    }

    private Duration kept() {
        return Duration.between(settings.over(TIME, now).orElseThrow(), now);
    }

    @Test
    void nothingIsChangedUntilItIsSaidHowManyMayGo() {
        assertThat(desk.put(KEY, "1d", 0, "ann").orElseThrow().toString())
                .contains("250 would be deleted, from 2026-03-01T13:00:00Z", "Nothing is changed");
        assertThat(asked).containsExactly(KEY + " 2026-02-15T13:00:00Z 2026-02-28T13:00:00Z");
        assertThat(store.all()).isEmpty();
        assertThat(desk.put(KEY, "1d", 249, "ann")).isPresent();
        assertThat(desk.put(KEY, "1d", 250, "ann")).isEmpty();
        assertThat(store.all()).hasSize(1);
    }

    @Test
    void theShorterTimeCountsOnlyAnHourLaterOnEachNodeAndAfterAStart() {
        desk.put(KEY, "1d", 250, "ann");
        read();
        assertThat(settings.get(TIME)).isEqualTo(Duration.ofDays(1));
        assertThat(kept()).isEqualTo(Duration.ofDays(14));
        settings = new Settings(SettingsCatalogue.ALL, Map.of());
        read();
        now = now.plus(HOUR).minusSeconds(1);
        assertThat(kept()).isEqualTo(Duration.ofDays(14));
        now = now.plusSeconds(1);
        assertThat(kept()).isEqualTo(Duration.ofDays(1));
    }

    private Duration end(Duration age) {
        return Duration.between(now, settings.end(TIME, now.minus(age)));
    }

    @Test
    void whatIsShownAsItsEndIsWhenItIsDeleted() {
        assertThat(end(Duration.ofDays(5))).isEqualTo(Duration.ofDays(9));
        desk.put(KEY, "1d", 250, "ann");
        read();
        assertThat(end(Duration.ofDays(5))).as("too old once the new time counts").isEqualTo(HOUR);
        assertThat(end(Duration.ofDays(14).minusMinutes(5))).as("too old before that").isEqualTo(Duration.ofMinutes(5));
        assertThat(end(Duration.ofHours(20))).as("young enough for it").isEqualTo(Duration.ofHours(4));
        now = now.plus(HOUR);
        assertThat(end(Duration.ofHours(20))).isEqualTo(Duration.ofHours(4));
        assertThat(new Settings(SettingsCatalogue.ALL, Map.of(KEY, "2d")).end(TIME, now))
                .isEqualTo(now.plus(Duration.ofDays(2)));
    }

    @Test
    void whoPutsItBackWithinTheHourLosesNothing() {
        desk.put(KEY, "1d", 250, "ann");
        read();
        now = now.plus(HOUR.dividedBy(2));
        assertThat(desk.reset(KEY, 0)).isEmpty();
        read();
        assertThat(kept()).isEqualTo(Duration.ofDays(14));
        now = now.plus(HOUR);
        assertThat(kept()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void toLetTheDefaultCountMayDeleteAsWell() {
        desk.put(KEY, "60d", 0, "ann");
        read();
        assertThat(kept()).isEqualTo(Duration.ofDays(60));
        assertThat(desk.reset(KEY, 0).orElseThrow().toString()).contains("250 would be deleted");
        assertThat(desk.reset(KEY, 250)).isEmpty();
        read();
        assertThat(kept()).isEqualTo(Duration.ofDays(60));
        now = now.plus(HOUR);
        assertThat(kept()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void aLongerTimeDeletesNothing() {
        assertThat(desk.loss(KEY, "30d")).isEmpty();
        assertThat(desk.loss("trust.refuse", "1")).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void nothingIsDeletedUntilItIsKnownWhatPeopleKeep() {
        assertThat(new Settings(SettingsCatalogue.ALL, Map.of()).over(TIME, now)).isEmpty();
        assertThat(new Settings(SettingsCatalogue.ALL, Map.of(KEY, "2d")).over(TIME, now)).isPresent();
    }

    @Test
    void whatIsNoSettingAnyMoreIsStillTakenAway() {
        store.put(new KeptSetting("older.one", "5", "ann", now));
        new Keeping(settings, store, (key, from, until, most) -> 1, () -> now).remove("older.one");
        assertThat(store.all()).isEmpty();
        assertThat(store.past()).isEmpty();
    }

    @Test
    void eachTimeForWhichSomethingIsKeptIsOne() {
        assertThat(SettingsCatalogue.ALL.stream().filter(Setting::keeps).map(Setting::key)).containsExactlyInAnyOrder(
                "audit.retention", "trace.retention", "reports.retention", KEY, "trust.quarantine-time-malware",
                "trust.quarantine-time-policy", "sink.time");
        assertThat(SettingsCatalogue.ALL.stream().filter(Setting::keeps)).allMatch(Setting::live);
    }
}
