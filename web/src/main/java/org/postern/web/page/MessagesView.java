package org.postern.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.trace.MessageSearch;
import org.postern.event.Progress;
import org.postern.event.Sought;
import org.postern.event.TraceQuery;
import org.primefaces.model.LazyDataModel;

import java.io.Serializable;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/** The messages page: what was asked for stands in its address, so that it can be kept and sent on. */
@Named
@ViewScoped
public class MessagesView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient MessageSearch search;
    @Inject
    private transient InstantSource clock;

    private String text = "";
    private String progress = "";
    private String hours = "";
    private String from = "";
    private String until = "";
    private String zone = "";
    private transient LazyDataModel<?> table;

    /** {@return the lines that match, read page by page} */
    public LazyDataModel<?> getTable() {
        if (table == null) {
            table = new TraceTable(search, this::query);
        }
        return table;
    }

    private TraceQuery query() {
        TimeRange range = TimeRange.read(hours, from, until, zone, clock.instant());
        Optional<Progress> wanted = Arrays.stream(Progress.values()).filter(p -> p.name().equals(progress)).findFirst();
        return new TraceQuery(Sought.parse(text), range.from(), range.until(), wanted, 0, 1);
    }

    /** {@return whether something narrower than everything is looked for} */
    public boolean isNarrowed() {
        return !(text.isBlank() && progress.isEmpty() && hours.isEmpty());
    }

    /** {@return whether no mail has ever come} */
    public boolean isBeginning() {
        return !isNarrowed() && search.isEmpty();
    }

    public Progress[] getAllProgress() {
        return Progress.values();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    public String getProgress() {
        return progress;
    }

    public void setProgress(String progress) {
        this.progress = progress == null ? "" : progress;
    }

    public String getHours() {
        return hours;
    }

    public void setHours(String hours) {
        this.hours = hours == null ? "" : hours;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from == null ? "" : from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until == null ? "" : until;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone == null ? "" : zone;
    }
}
