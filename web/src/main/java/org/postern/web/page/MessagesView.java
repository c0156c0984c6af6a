package org.postern.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.trace.MessageSearch;
import org.postern.event.Page;
import org.postern.event.Progress;
import org.postern.event.Sought;
import org.postern.event.TracePage;
import org.postern.event.TracePosition;
import org.postern.event.TraceQuery;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The messages page: what was asked for, and which part of the answer, stands in its address, so that it can be kept and sent on. */
@Named
@ViewScoped
public class MessagesView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<Integer> SIZES = List.of(25, 100, 250);

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
    private String after = "";
    private String before = "";
    private String size = "";
    private transient TracePage page;

    /** {@return the lines that match, as they are now} */
    public TracePage getPage() {
        if (page == null) {
            page = search.find(query());
        }
        return page;
    }

    /** Looks again. */
    public void refresh() {
        page = null;
    }

    private TraceQuery query() {
        TimeRange range = TimeRange.read(hours, from, until, zone, clock.instant());
        Optional<Progress> wanted = Arrays.stream(Progress.values()).filter(p -> p.name().equals(progress)).findFirst();
        TraceQuery first = new TraceQuery(Sought.parse(text), range.from(), range.until(), wanted,
                new TraceQuery.Start.Latest(), lines());
        return TracePosition.parse(after)
                .map(first::after)
                .or(() -> TracePosition.parse(before).map(first::before))
                .orElse(first);
    }

    private int lines() {
        return SIZES.stream().filter(one -> one.toString().equals(size)).findFirst().orElse(SIZES.getFirst());
    }

    /** {@return whether something narrower than everything is looked for} */
    public boolean isNarrowed() {
        return !(text.isBlank() && progress.isEmpty() && hours.isEmpty());
    }

    /** {@return whether another page than the first is shown, to which nothing new comes} */
    public boolean isTurned() {
        return !(after.isEmpty() && before.isEmpty());
    }

    /** {@return whether no mail has ever come} */
    public boolean isBeginning() {
        return !isNarrowed() && search.isEmpty();
    }

    /** {@return whether what was not looked at yet is later than the page, and not earlier} */
    public boolean isAhead() {
        return getPage().lookedTo().isPresent()
                && getPage().lookedTo().equals(getPage().later().map(TracePosition::arrived));
    }

    /** {@return how many lines there are, as far as that was counted; empty if it was not} */
    public String getCount() {
        return getPage().total()
                .map(total -> total >= Page.COUNTED
                        ? Texts.current().say("messages.xFoundOrMore", Page.COUNTED)
                        : Texts.current().say("messages.xFound", total))
                .orElse("");
    }

    /** {@return the address of the first page of this search} */
    public String getLatest() {
        return address().toString();
    }

    /** {@return the address of the page before; null if this is the first} */
    public String getLater() {
        return getPage().later().map(place -> address().and("before", place.toString()).toString()).orElse(null);
    }

    /** {@return the address of the page behind; null if this is the last} */
    public String getEarlier() {
        return getPage().earlier().map(place -> address().and("after", place.toString()).toString()).orElse(null);
    }

    private PageAddress address() {
        return new PageAddress("messages").and("q", text)
                .and("progress", progress)
                .and("hours", hours)
                .and("from", from)
                .and("until", until)
                .and("zone", hours.equals("custom") ? zone : "")
                .and("lines", size);
    }

    /** {@return how many lines a page may have} */
    public List<Integer> getSizes() {
        return SIZES;
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

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after == null ? "" : after;
    }

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = before == null ? "" : before;
    }

    public String getSize() {
        return size;
    }

    public void setSize(String size) {
        this.size = size == null ? "" : size;
    }
}
