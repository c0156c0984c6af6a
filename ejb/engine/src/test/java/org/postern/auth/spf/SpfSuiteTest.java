package org.postern.auth.spf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

class SpfSuiteTest {
    private static final List<SpfSuite.Scenario> SUITE = SpfSuite.read();

    @TestFactory
    Stream<DynamicTest> findsWhatThePublicSuiteExpects() {
        return SUITE.stream().flatMap(scenario -> {
            Spf spf = new Spf(scenario.zone(), InstantSource.system(), "mx.receiver.example");
            return scenario.cases()
                    .stream()
                    .map(one -> DynamicTest.dynamicTest(scenario.name() + ": " + one.name(), () -> {
                        SpfResult result = spf.check(one.question());
                        assertThat(one.allows(result)).as("%s, expected %s", result, one).isTrue();
                    }));
        });
    }

    @Test
    void theSuiteIsWhole() {
        assertThat(SUITE).hasSize(16);
        assertThat(SUITE.stream().mapToInt(scenario -> scenario.cases().size()).sum()).isEqualTo(203);
    }
}
