package org.postern.web.page;

import org.postern.admin.parked.ParkedMail;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedQuery.Place;
import org.postern.queue.ParkedSummary;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Parked mail for a table, a page at a time. */
final class ParkedTable extends LazyDataModel<ParkedSummary> {
    private static final long serialVersionUID = 1L;

    private final transient ParkedMail parked;
    private final transient Supplier<ParkedQuery> query;
    private final Map<String, ParkedSummary> shown = new HashMap<>();
    private final transient NavigableMap<Integer, Place> places = new TreeMap<>();

    ParkedTable(ParkedMail parked, Supplier<ParkedQuery> query) {
        this.parked = parked;
        this.query = query;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return (int) parked.find(query.get()).total();
    }

    @Override
    public List<ParkedSummary> load(int first, int lines, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
        List<ParkedSummary> page = parked.list(new ParkedQuery(query.get().filter(), placeBefore(first),
                Math.clamp(lines, 1, ParkedQuery.MAX_LIMIT)));
        shown.clear();
        page.forEach(one -> shown.put(one.key(), one));
        if (!page.isEmpty()) {
            places.put(first + page.size(), Place.of(page.getLast()));
        }
        return page;
    }

    /** Where the page before ended; people turn one page after another. Back at the start, what was remembered is old. */
    private Optional<Place> placeBefore(int first) {
        if (first == 0) {
            places.clear();
        }
        return Optional.ofNullable(places.floorEntry(first)).map(Map.Entry::getValue);
    }

    @Override
    public String getRowKey(ParkedSummary one) {
        return one.key();
    }

    /** {@return the line that was chosen, if it was shown; else null, as the table expects} */
    @Override
    public ParkedSummary getRowData(String key) {
        return shown.get(key);
    }
}
