package org.postern.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

class ChartTest {
    private static Chart of(Double... values) {
        return Chart.of(List.of(new Series("in", "calm", List.of(values))));
    }

    private static List<String> labels(Chart chart) {
        return chart.grid().stream().map(Chart.GridLine::label).toList();
    }

    @Test
    void aLineGoesFromLeftToRightAndUpwards() {
        assertThat(of(0.0, 2.0, 4.0).lines().getFirst().path()).isEqualTo("M0.0 160.0L300.0 80.0L600.0 0.0");
    }

    @Test
    void theScaleEndsWithARoundNumberThatCanBeQuartered() {
        assertThat(labels(of(3.0))).containsExactly("0", "1", "2", "3", "4");
        assertThat(labels(of(4.1))).containsExactly("0", "2", "4", "6", "8");
        assertThat(labels(of(33.0))).containsExactly("0", "10", "20", "30", "40");
        assertThat(labels(of(0.3))).containsExactly("0", "0.1", "0.2", "0.3", "0.4");
        assertThat(labels(of(150_000.0))).containsExactly("0", "50k", "100k", "150k", "200k");
    }

    @Test
    void whereNothingHappenedTheLineLiesOnTheGround() {
        assertThat(of(0.0, 0.0).lines().getFirst().path()).isEqualTo("M0.0 160.0L600.0 160.0");
        assertThat(labels(of(0.0))).endsWith("4");
        assertThat(Chart.of(List.of()).lines()).isEmpty();
        assertThat(of().lines().getFirst().path()).isEmpty();
    }

    @Test
    void nothingLeavesThePlane() {
        for (double highest = 0.01; highest < 1e9; highest *= 1.37) {
            Chart chart = Chart.of(List.of(new Series("x", "", Collections.nCopies(3, highest))));
            assertThat(Double.parseDouble(chart.lines().getFirst().path().replaceAll("^M0.0 |L.*", ""))).isBetween(0.0,
                    160.0);
        }
    }
}
