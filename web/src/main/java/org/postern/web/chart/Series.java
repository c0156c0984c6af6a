package org.postern.web.chart;

import java.util.List;

/**
 * What is drawn as one line.
 *
 * @param name for the legend
 * @param tone the class of its colour
 * @param values one for each step, from the oldest on; none below 0
 */
public record Series(String name, String tone, List<Double> values) {
    public Series {
        values = List.copyOf(values);
    }

    double highest() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
