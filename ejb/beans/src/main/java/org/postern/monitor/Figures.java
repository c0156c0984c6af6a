package org.postern.monitor;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.metric.Meters;
import org.postern.metric.Metric;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** All figures of this node, in Prometheus' text format. */
@Singleton
class Figures {
    /** As a scrape is told. */
    static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final Meters meters;
    private final ListenerFigures listeners;
    private final StateFigures state;
    private final QueueFigures queues;
    private final ParkedFigures parked;

    @Inject
    Figures(Meters meters, ListenerFigures listeners, StateFigures state, QueueFigures queues, ParkedFigures parked) {
        this.meters = meters;
        this.listeners = listeners;
        this.state = state;
        this.queues = queues;
        this.parked = parked;
    }

    /**
     * {@return what is told from now on}
     *
     * @param threads for what may take long
     */
    Source source(Executor threads) {
        return new Source(new Reading<>(queues::all, threads, System::nanoTime),
                new Reading<>(parked::all, threads, System::nanoTime));
    }

    /** Tells the figures, to whoever asks and however often. */
    final class Source {
        private final Reading<List<MetricSnapshot>> inQueues;
        private final Reading<List<MetricSnapshot>> inDatabase;

        private Source(Reading<List<MetricSnapshot>> inQueues, Reading<List<MetricSnapshot>> inDatabase) {
            this.inQueues = inQueues;
            this.inDatabase = inDatabase;
        }

        /** {@return the text, in UTF-8} */
        byte[] text() {
            List<MetricSnapshot> all = new ArrayList<>();
            meters.registry().scrape().forEach(all::add);
            all.addAll(listeners.all());
            all.addAll(state.all());
            Sheet readings = new Sheet(Metric.READING_OK);
            add(all, readings, "queues", inQueues.now());
            add(all, readings, "parked", inDatabase.now());
            all.add(readings.done());
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            try {
                PrometheusTextFormatWriter.create()
                        .write(text, new MetricSnapshots(all), EscapingScheme.UNDERSCORE_ESCAPING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toByteArray();
        }

        private static void add(List<MetricSnapshot> all, Sheet readings, String name,
                Optional<List<MetricSnapshot>> found) {
            readings.add(found.isPresent() ? 1 : 0, name);
            found.ifPresent(all::addAll);
        }
    }
}
