package org.postern.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.config.Setting;
import org.postern.config.catalogue.SettingsCatalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is declared in English for the documentation and the audit log, is there in each other language: all of it, and nothing else. */
class TranslationsTest {
    private static final List<Path> SERVICES = List.of(Path.of("../ejb/engine/src/main/java"),
            Path.of("../ejb/beans/src/main/java"), Bundles.CLASSES);
    private static final Pattern ACT = Pattern.compile("@Acts\\([^)]*\\bas = \"([^\"]+)\"");
    /** Of lines that are written without a desk. */
    private static final Pattern WRITTEN = Pattern
            .compile("(?:\\bkeep\\(|\\bnew AuditLine\\(0, )[^;\"]*?,\\s*\"([^\"]+)\",");
    /** What is the same in each language: numbers, keys of settings, names in capitals. */
    private static final Pattern FACT = Pattern
            .compile("\\d+(?:[.,/:][\\d.]+)*|\\b[a-z]+(?:\\.[a-z]+[a-z-]*)+\\b|\\b[A-Z][A-Z0-9_-]+\\b|\\[\\[[a-z-]+]]");

    private static Map<String, String> german(String file) {
        return Bundles.translated(file, Language.GERMAN);
    }

    @Test
    void eachFileWithoutEnglishIsKnownHere() {
        assertThat(Bundles.withoutEnglish(Language.GERMAN)).containsExactly("acts", "settingMeanings", "settingRooms",
                "settingTypes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acts", "settingMeanings", "settingRooms", "settingTypes"})
    void noneIsEmptyOrAPattern(String file) {
        assertThat(german(file)).isNotEmpty()
                .allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank().doesNotContain("{", "''"));
    }

    private static List<String> keys(Setting<?> setting) {
        return List.of(setting.key(), setting.key().replaceFirst("^listener\\.[^.]+\\.", "listener.*."));
    }

    @Test
    void eachSettingMeansSomethingInGerman() {
        Map<String, String> german = german("settingMeanings");
        Set<String> used = new TreeSet<>();
        for (Setting<?> setting : SettingsCatalogue.ALL) {
            assertThat(keys(setting)).as(setting.key()).anySatisfy(key -> assertThat(german).containsKey(key));
            keys(setting).stream().filter(german::containsKey).findFirst().ifPresent(used::add);
        }
        assertThat(german.keySet()).isEqualTo(used);
    }

    @Test
    void itsMeaningSaysTheSameFactsInGerman() {
        Map<String, String> german = german("settingMeanings");
        for (Setting<?> setting : SettingsCatalogue.ALL) {
            String text = keys(setting).stream().filter(german::containsKey).map(german::get).findFirst().orElse("");
            assertThat(text).as(setting.key()).endsWith(".");
            assertThat(facts(setting.meaning())).as(setting.key()).allSatisfy(fact -> assertThat(text).contains(fact));
        }
    }

    private static Set<String> facts(String text) {
        return FACT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void eachRoomAndEachTypeOfSettingsHasAGermanName() {
        assertThat(german("settingRooms").keySet()).hasSameElementsAs(
                SettingsCatalogue.GROUPS.stream().map(SettingsCatalogue.Group::title).toList());
        assertThat(german("settingTypes").keySet()).hasSameElementsAs(
                SettingsCatalogue.ALL.stream().map(setting -> setting.type().name()).distinct().toList());
    }

    private static Stream<String> sources() {
        return SERVICES.stream()
                .flatMap(folder -> Bundles.files(folder, name -> name.endsWith(".java")).stream())
                .map(Bundles::source);
    }

    @Test
    void eachActHasAGermanName() {
        Set<String> acts = sources().flatMap(source -> Stream.of(ACT, WRITTEN)
                .flatMap(pattern -> pattern.matcher(source).results()))
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(acts).contains("rule added", "logged in", "role lost", "operation ended", "messages imported");
        assertThat(german("acts").keySet()).isEqualTo(acts);
    }

    @ParameterizedTest
    @EnumSource
    void whatNoFileKnowsStaysEnglish(Language language) {
        assertThat(Texts.in(language).translated("acts", "something of old done")).isEqualTo("something of old done");
    }

    @Test
    void inEnglishItIsAsItIsDeclared() {
        assertThat(Texts.in(Language.ENGLISH).translated("settingRooms", "The sink")).isEqualTo("The sink");
        assertThat(Texts.in(Language.GERMAN).translated("settingRooms", "The sink")).isEqualTo("Die Senke");
    }
}
