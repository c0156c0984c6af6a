package org.postern.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines on one scale, on a plane of {@value #WIDTH} by {@value #HEIGHT} units.
 *
 * @param lines in the order in which they are given
 * @param grid from the bottom to the top
 */
public record Chart(List<Line> lines, List<GridLine> grid) {
    public static final int WIDTH = 600;
    public static final int HEIGHT = 160;

    private static final int STEPS = 4;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /**
     * A line.
     *
     * @param path as SVG's {@code d} has it
     */
    public record Line(String name, String tone, String path) {}

    /**
     * A line of the grid.
     *
     * @param y from the top
     * @param label what a point there is worth
     */
    public record GridLine(double y, String label) {}

    public Chart {
        lines = List.copyOf(lines);
        grid = List.copyOf(grid);
    }

    /** {@return these series, drawn from 0 to a round number that none exceeds} */
    public static Chart of(List<Series> series) {
        double top = roundUp(series.stream().mapToDouble(Series::highest).max().orElse(0));
        List<GridLine> grid = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            grid.add(new GridLine(y(top * i / STEPS, top), label(top * i / STEPS)));
        }
        return new Chart(series.stream().map(one -> new Line(one.name(), one.tone(), path(one, top))).toList(), grid);
    }

    /** {@return the least of 4, 8, 10, 20 and 40, or these times a power of ten, that is not below} */
    private static double roundUp(double highest) {
        if (highest <= 0) {
            return STEPS;
        }
        double power = Math.pow(10, Math.floor(Math.log10(highest / STEPS)));
        for (double round : ROUND) {
            if (round * power * STEPS >= highest * (1 - 1e-9)) {
                return round * power * STEPS;
            }
        }
        return 10 * power * STEPS;
    }

    private static double y(double value, double top) {
        return HEIGHT - HEIGHT * value / top;
    }

    private static String path(Series series, double top) {
        int last = Math.max(1, series.values().size() - 1);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < series.values().size(); i++) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(number((double) WIDTH * i / last))
                    .append(' ')
                    .append(number(y(series.values().get(i), top)));
        }
        return path.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** {@return a number as short as it may be: 0.5, 40, 1.5k, 2M} */
    public static String label(double value) {
        if (value >= 1e6) {
            return shortest(value / 1e6) + "M";
        }
        return value >= 1e4 ? shortest(value / 1e3) + "k" : shortest(value);
    }

    private static String shortest(double value) {
        String text = String.format(Locale.ROOT, value < 1 ? "%.2f" : "%.1f", value);
        return text.replaceFirst("\\.?0+$", "");
    }
}
