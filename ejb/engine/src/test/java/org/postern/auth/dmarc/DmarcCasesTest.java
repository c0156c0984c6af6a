package org.postern.auth.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postern.auth.ResultName;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All cases of dmarc-cases.yml, with everything that they state. */
class DmarcCasesTest {
    private static final int CASES = 51;

    @SuppressWarnings("unchecked")
    private record Case(Map<String, Object> fields) {
        <T> T get(String name, T otherwise) {
            return (T) fields.getOrDefault(name, otherwise);
        }

        Optional<CheckedIdentifier> spf() {
            Map<String, String> spf = get("spf", Map.of());
            String path = spf.getOrDefault("mail-from", "");
            return spf.isEmpty()
                    ? Optional.empty()
                    : Optional.of(checked(spf.get("result"), path.isEmpty() ? spf.get("helo") : path));
        }

        List<CheckedIdentifier> dkim() {
            return get("dkim", List.<Map<String, String>>of()).stream()
                    .map(one -> checked(one.get("result"), one.get("domain")))
                    .toList();
        }

        private static CheckedIdentifier checked(String result, String domain) {
            return new CheckedIdentifier(ResultName.of(result).orElseThrow(), domain);
        }

        @Override
        public String toString() {
            return fields.get("id") + " " + fields.get("title");
        }
    }

    @SuppressWarnings("unchecked")
    static Stream<Case> cases() throws IOException {
        try (InputStream in = DmarcCasesTest.class.getResourceAsStream("dmarc-cases.yml")) {
            Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return ((List<Map<String, Object>>) all.get("cases")).stream().map(Case::new);
        }
    }

    @Test
    void areAllThere() throws IOException {
        assertThat(cases()).hasSize(CASES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void areJudgedAsStated(Case one) {
        DmarcFinding finding = new Dmarc(new ZoneDns(one.get("zone", Map.of())))
                .look(one.get("from", List.of()), one.spf(), one.dkim());
        Map<String, Object> expected = one.get("expect", Map.of());
        expected.forEach((field, value) -> {
            if (!field.equals("also")) {
                assertThat(said(finding, field)).as(field).isEqualTo(value);
            }
        });
        Optional.ofNullable(one.get("queries", (List<String>) null))
                .ifPresent(queries -> assertThat(finding.queries()).isEqualTo(queries));
    }

    private static String said(DmarcFinding finding, String field) {
        return switch (field) {
            case "author" -> finding.author() instanceof Author.Known(String domain) ? domain : "";
            case "policy-domain" -> finding.applied().orElseThrow().domain();
            case "org-domain" -> finding.organization().orElse("");
            case "spf" -> finding.spf().name().toLowerCase(Locale.ROOT);
            case "dkim" -> finding.dkim().name().toLowerCase(Locale.ROOT);
            case "result" -> finding.result().word();
            case "policy" -> finding.applied().orElseThrow().policy().word();
            case "disposition" -> finding.wish().map(OwnerPolicy::word).orElse("local");
            default -> throw new IllegalArgumentException(field);
        };
    }
}
